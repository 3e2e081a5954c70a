/** The errors of a setup, which fail the start of an application. */
@NullMarked
package io.github.wxpaycodegen.springboot.internal.setup;

import org.jspecify.annotations.NullMarked;
