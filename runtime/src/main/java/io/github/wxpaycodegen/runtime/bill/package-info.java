/**
 * Readers of the bills that WeChat Pay offers for download: typed rows, one after the other, in constant memory. Start at
 * {@link io.github.wxpaycodegen.runtime.bill.TradeBill}, {@link io.github.wxpaycodegen.runtime.bill.FundFlowBill} or
 * {@link io.github.wxpaycodegen.runtime.bill.ProfitSharingBill}; {@link io.github.wxpaycodegen.runtime.bill.GenericBill}
 * reads the others, such as the statements of cross-border merchants.
 *
 * <p>Columns are found by their names, for their number and order differ between kinds of bills, merchants and service
 * providers. A column that a bill lacks reads as null, one that has no method of its own is read by its name.
 */
@NullMarked
package io.github.wxpaycodegen.runtime.bill;

import org.jspecify.annotations.NullMarked;
