/** The endpoint of notifications in Spring MVC. */
@NullMarked
package io.github.wxpaycodegen.springboot.internal.notification.servlet;

import org.jspecify.annotations.NullMarked;
