/** Handler methods of notifications, and the endpoint that passes notifications to them. */
@NullMarked
package io.github.wxpaycodegen.springboot.internal.notification;

import org.jspecify.annotations.NullMarked;
