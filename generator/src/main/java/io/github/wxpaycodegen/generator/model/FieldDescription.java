package io.github.wxpaycodegen.generator.model;

import java.util.Optional;

/**
 * Description of a field.
 *
 * @param title the official name
 * @param meaning its format, unit and example
 * @param deprecated why it should no longer be used
 */
public record FieldDescription(
        Optional<String> title, Optional<String> description, Meaning meaning, Optional<String> deprecated) {}
