package io.github.wxpaycodegen.generator.model;

/** What the field of a request counts that chooses a page. */
public enum PageKind {
    /** The items before the page. */
    OFFSET,
    /** The pages, one by one. */
    PAGE,
    /** Nothing: it is a text from the page before. */
    TOKEN
}
