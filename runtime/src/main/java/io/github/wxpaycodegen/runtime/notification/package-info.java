/** Notifications from the gateway: verification, decryption, types, deduplication and replies. */
@NullMarked
package io.github.wxpaycodegen.runtime.notification;

import org.jspecify.annotations.NullMarked;
