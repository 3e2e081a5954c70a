package io.github.wxpaycodegen.reference.page;

import io.github.wxpaycodegen.reference.text.Text;

/**
 * An error and what to do about it. A text is empty if the spec has none.
 *
 * @param code the code, or the number at the end of a Request-ID
 * @param status the HTTP status, in v3
 * @param product the product to which a number belongs
 * @param uncertain true if the operation may have taken effect
 */
public record ErrorRow(String code, String status, String product, String title, Text advice, boolean uncertain) {}
