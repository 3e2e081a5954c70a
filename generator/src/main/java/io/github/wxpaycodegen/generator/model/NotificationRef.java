package io.github.wxpaycodegen.generator.model;

/**
 * A reference to a notification, whose id is unique within its protocol.
 *
 * @param id the official name
 */
public record NotificationRef(Protocol protocol, String id) {}
