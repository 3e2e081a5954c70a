package io.github.wxpaycodegen.reference.page;

/**
 * A link to a list: of a product or a role.
 *
 * @param path relative to the folder of the language, without an extension
 */
public record PageLink(String path, String title) {}
