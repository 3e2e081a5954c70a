package io.github.wxpaycodegen.generator.plan;

import java.util.Optional;

/**
 * Description of a class or of a field, as plain text.
 *
 * @param title the official name
 * @param field the field whose type the class is; empty if the class does not belong to a field
 */
public record Heading(Optional<String> title, Optional<String> description, Optional<String> field) {
    static Heading of(Optional<String> title, Optional<String> description) {
        return new Heading(title, description, Optional.empty());
    }

    static Heading of(String title) {
        return of(Optional.of(title), Optional.empty());
    }
}
