/**
 * Readers of the bills that WeChat Pay offers for download: typed rows, one after the other, in constant memory. Start
 * at {@link io.github.wxpaycodegen.runtime.bill.BillKind}: {@code BillKind.TRADE.open(file)}.
 *
 * <p>Columns are found by name, because their number and order differ between kinds of bills, merchants and service
 * providers. Accessors return null for a column that a bill lacks. Read a column without an accessor by its name.
 */
@NullMarked
package io.github.wxpaycodegen.runtime.bill;

import org.jspecify.annotations.NullMarked;
