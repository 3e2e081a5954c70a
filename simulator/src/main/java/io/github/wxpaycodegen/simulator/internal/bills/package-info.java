/** The files that can be downloaded: bills and receipts. */
@NullMarked
package io.github.wxpaycodegen.simulator.internal.bills;

import org.jspecify.annotations.NullMarked;
