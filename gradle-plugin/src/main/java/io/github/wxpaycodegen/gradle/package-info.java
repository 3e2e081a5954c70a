/**
 * The Gradle plugin {@code io.github.wxpaycodegen.wxpay}, a thin layer over the generator. It begins in {@link
 * io.github.wxpaycodegen.gradle.WxpayPlugin}.
 */
@NullMarked
package io.github.wxpaycodegen.gradle;

import org.jspecify.annotations.NullMarked;
