package io.github.wxpaycodegen.reference.page;

/** A fact about an operation or a notification, such as its protocol: a label and a sentence. */
public record Fact(String label, String text) {}
