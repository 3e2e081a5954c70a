/** The endpoint of notifications in Spring WebFlux. */
@NullMarked
package io.github.wxpaycodegen.springboot.internal.notification.reactive;

import org.jspecify.annotations.NullMarked;
