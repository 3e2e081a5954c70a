/** Bills in files: their kind, their totals, and their conversion. */
@NullMarked
package io.github.wxpaycodegen.cli.bill;

import org.jspecify.annotations.NullMarked;
