package io.github.wxpaycodegen.reference.page;

/**
 * A page of the official documentation.
 *
 * @param role the role for which it is written; empty if it is for all
 */
public record OfficialPage(String url, String role) {}
