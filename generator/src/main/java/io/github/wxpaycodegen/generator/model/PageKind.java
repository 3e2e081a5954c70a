package io.github.wxpaycodegen.generator.model;

/** Meaning of the request field that selects a page. */
public enum PageKind {
    /** The items before the page. */
    OFFSET,
    /** The pages, one by one. */
    PAGE,
    /** Nothing: it is a text from the page before. */
    TOKEN
}
