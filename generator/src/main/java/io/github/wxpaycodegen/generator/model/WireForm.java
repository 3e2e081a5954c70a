package io.github.wxpaycodegen.generator.model;

import java.util.Optional;

/**
 * How the value of a field is written.
 *
 * @param spelling how a boolean is spelt in text
 * @param encoded the form of a document that is the text of a field
 * @param encrypted how the value is encrypted
 * @param signed with which key the value is signed; its signature is sent in its place
 * @param sensitive whether the value is masked wherever people read it
 * @param emoji whether characters of four UTF-8 bytes are accepted
 */
public record WireForm(
        Optional<BooleanSpelling> spelling,
        Optional<FieldEncoding> encoded,
        Optional<FieldEncryption> encrypted,
        Optional<String> signed,
        boolean sensitive,
        boolean emoji) {}
