package io.github.wxpaycodegen.generator.model;

/**
 * A host of an operation in addition to the configured one.
 *
 * @param url an https URL; its path precedes the wire path
 * @param alternative true if the default host also serves the operation (overseas merchants); false if this is the only
 *     one
 */
public record Host(String url, boolean alternative) {}
