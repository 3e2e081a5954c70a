/** The keys with which notifications are verified and decrypted. */
@NullMarked
package io.github.wxpaycodegen.runtime.internal.notification;

import org.jspecify.annotations.NullMarked;
