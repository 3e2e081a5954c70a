/** What the gateway sends by itself: how a notification is verified, decrypted, typed, handled once and answered. */
@NullMarked
package io.github.wxpaycodegen.runtime.notification;

import org.jspecify.annotations.NullMarked;
