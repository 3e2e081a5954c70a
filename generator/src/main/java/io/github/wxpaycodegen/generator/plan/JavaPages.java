package io.github.wxpaycodegen.generator.plan;

import io.github.wxpaycodegen.generator.model.Pages;
import java.util.List;
import java.util.Optional;

/**
 * The accessors by which the response of a query continues.
 *
 * @param spec what the spec says
 * @param at the field of the request that chooses the page
 * @param items the list of the response
 * @param end the total of the response, or the next token
 */
public record JavaPages(Pages spec, JavaField at, JavaField items, Optional<JavaField> end) {
    static JavaPages of(Pages spec, List<JavaField> request, List<JavaField> response) {
        return new JavaPages(
                spec,
                field(request, spec.at()),
                field(response, spec.items()),
                spec.total().or(spec::next).map(name -> field(response, name)));
    }

    private static JavaField field(List<JavaField> fields, String wireName) {
        return fields.stream()
                .filter(field -> field.wireName().equals(wireName))
                .findFirst()
                .orElseThrow();
    }
}
