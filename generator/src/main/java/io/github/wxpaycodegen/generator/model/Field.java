package io.github.wxpaycodegen.generator.model;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A field of a message.
 *
 * @param name the wire name; within an indexed group a template such as {@code coupon_id_$n}; of an indexed group its
 *     declared name, which is not on the wire
 * @param type the type of the value, or of each element where {@code list} or {@code indexed}
 * @param indexed whether this is a group of indexed fields: a list whose elements spread over numbered names
 * @param constant the one value that a request sends
 * @param defaultValue the value that a request sends unless the caller gives another
 * @param fill the configuration value that a request takes where the caller gave none
 * @param limits what a value of a request must keep
 * @param meaning what a value says: its format, its unit, an example
 * @param spelling how a boolean is spelt in text
 * @param sensitive whether the value is masked wherever people read it
 * @param emoji whether characters of four UTF-8 bytes are taken
 * @param digest of a meta field of an upload: the digest of the file that it carries
 * @param maxBytes of a file part: its size limit
 * @param mediaTypes of a file part: the media types taken
 */
public record Field(
        SourceSpan span,
        String name,
        FieldType type,
        boolean list,
        boolean indexed,
        boolean required,
        Optional<String> title,
        Optional<String> description,
        Optional<ConstantValue> constant,
        Optional<ConstantValue> defaultValue,
        Optional<FillKey> fill,
        Limits limits,
        Meaning meaning,
        Optional<BooleanSpelling> spelling,
        Optional<FieldEncoding> encoded,
        Optional<FieldEncryption> encrypted,
        Optional<String> signed,
        boolean sensitive,
        boolean emoji,
        Optional<String> digest,
        OptionalLong maxBytes,
        List<String> mediaTypes,
        Optional<String> deprecated,
        Optional<String> javaName) {
    public Field {
        mediaTypes = List.copyOf(mediaTypes);
    }
}
