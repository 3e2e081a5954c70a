package io.github.wxpaycodegen.generator.plan;

import io.github.wxpaycodegen.generator.model.Pages;
import java.util.List;
import java.util.Optional;

/**
 * The accessors that a query with several pages uses.
 *
 * @param spec the paging fields of the spec
 * @param at the field of the request that selects the page
 * @param items the list in the response
 * @param end the total in the response, or the next token
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
