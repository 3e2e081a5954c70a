package io.github.wxpaycodegen.reference.page;

/**
 * Code to copy.
 *
 * @param id unique within the page, and the same on all pages: {@code java}, {@code async}, {@code curl}
 * @param label its title in the language
 * @param language {@code java}, {@code http} or {@code bash}
 */
public record Snippet(String id, String label, String language, String code) {}
