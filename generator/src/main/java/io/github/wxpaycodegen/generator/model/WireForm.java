package io.github.wxpaycodegen.generator.model;

import java.util.Optional;

/**
 * The form in which the value of a field is written.
 *
 * @param spelling the spelling of a boolean in text
 * @param encoded the encoding of a document in a text field
 * @param encrypted the encryption of the value
 * @param signed the key that signs the value; the signature is sent instead of the value
 * @param sensitive true if the value is masked in logs and texts
 * @param emoji true if characters of four UTF-8 bytes are accepted
 */
public record WireForm(
        Optional<BooleanSpelling> spelling,
        Optional<FieldEncoding> encoded,
        Optional<FieldEncryption> encrypted,
        Optional<String> signed,
        boolean sensitive,
        boolean emoji) {}
