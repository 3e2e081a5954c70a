package io.github.wxpaycodegen.runtime.bill;

/**
 * A sum of the summary that the rows do not add up to.
 *
 * @param column the name of the summary's column
 * @param stated what the summary says, in yuan, as it came
 * @param summed what the rows add up to, in yuan
 */
public record BillDifference(String column, String stated, String summed) {}
