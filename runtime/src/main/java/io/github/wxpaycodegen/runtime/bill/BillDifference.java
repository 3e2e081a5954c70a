package io.github.wxpaycodegen.runtime.bill;

/**
 * A total in the summary that differs from the sum of the rows.
 *
 * @param column the name of the summary's column
 * @param stated the total in the summary, in yuan, as received
 * @param summed the sum of the rows, in yuan
 */
public record BillDifference(String column, String stated, String summed) {}
