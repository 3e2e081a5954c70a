package io.github.wxpaycodegen.generator.model;

/**
 * A host of an operation besides the configured one.
 *
 * @param url an https URL; a path that it has goes in front of the wire path
 * @param alternative true where the usual host serves the operation too (overseas merchants); false where this is the
 *     only one
 */
public record Host(String url, boolean alternative) {}
