/**
 * JUnit extension for tests that call the WeChat Pay simulator: {@link
 * io.github.wxpaycodegen.junit.WxPaySimulator @WxPaySimulator}, and {@link
 * io.github.wxpaycodegen.junit.WxPayTest @WxPayTest} for tests of Spring applications. Needs JUnit Jupiter 5.10 or later.
 */
@NullMarked
package io.github.wxpaycodegen.junit;

import org.jspecify.annotations.NullMarked;
