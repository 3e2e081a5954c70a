/** Calls of any operation, with requests written by hand. */
@NullMarked
package io.github.wxpaycodegen.cli.call;

import org.jspecify.annotations.NullMarked;
