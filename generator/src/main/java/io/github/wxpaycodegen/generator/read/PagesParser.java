package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.PageKind;
import io.github.wxpaycodegen.generator.model.Pages;
import io.github.wxpaycodegen.generator.model.Request;
import io.github.wxpaycodegen.generator.model.Response;
import io.github.wxpaycodegen.generator.model.ResponseKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.yaml.snakeyaml.nodes.Node;

/** Reads how the response of a query continues: {@code pages: {by: offset, at: offset, items: data, total: total_count}}. */
final class PagesParser {
    private static final String KEY = "pages";
    private static final Map<String, PageKind> KINDS =
            Map.of("offset", PageKind.OFFSET, "page", PageKind.PAGE, "token", PageKind.TOKEN);

    private final NodeReader reader;

    PagesParser(NodeReader reader) {
        this.reader = reader;
    }

    Optional<Pages> parse(Mapping operation, Request request, Response response) {
        return operation
                .get(KEY)
                .flatMap(node -> reader.mapping(node, "`" + KEY + "`"))
                .flatMap(mapping -> pages(mapping, request, response));
    }

    private Optional<Pages> pages(Mapping mapping, Request request, Response response) {
        mapping.allow(Set.of("by", "at", "first", "size", "items", "total", "next"));
        mapping.require("by", "offset");
        mapping.require("at", "offset");
        mapping.require("items", "data");
        Optional<PageKind> by = mapping.choice("by", Code.UNKNOWN_VALUE, KINDS);
        if (by.isEmpty()) {
            return Optional.empty();
        }
        boolean token = by.get() == PageKind.TOKEN;
        if (token) {
            mapping.require("next", "next_page_token");
            inapplicable(mapping, "first", "a token comes from the page before, so it has no first number");
            inapplicable(mapping, "total", "the last page is the one without a token");
        } else {
            inapplicable(mapping, "next", "only `by: token` continues with a field of the response");
        }
        if (by.get() == PageKind.PAGE) {
            mapping.require("first", "1");
        }
        // The path names the list: what chooses a page is in the query or in the body.
        List<Field> sent = new ArrayList<>(request.query());
        sent.addAll(request.shape().fields());
        List<Field> received = response.shape().fields();
        Predicate<Field> counts = field -> isPlain(field, FieldType.Scalar.INTEGER);
        Predicate<Field> texts = field -> isPlain(field, FieldType.Scalar.STRING);
        String number = "a plain integer of the ";
        String text = "a plain string of the ";
        String inRequest = "query or the body";
        String inResponse = "response";
        Optional<String> at = token
                ? field(mapping, "at", sent, texts, text + inRequest)
                : field(mapping, "at", sent, counts, number + inRequest);
        Optional<String> size = field(mapping, "size", sent, counts, number + inRequest);
        Optional<String> items = field(mapping, "items", received, PagesParser::isList, "a list of the " + inResponse);
        Optional<String> total = field(mapping, "total", received, counts, number + inResponse);
        Optional<String> next = field(mapping, "next", received, texts, text + inResponse);
        return Optional.of(new Pages(by.get(), at.orElse(""), first(mapping), size, items.orElse(""), total, next));
    }

    private long first(Mapping mapping) {
        Optional<Node> node = mapping.get("first");
        Optional<Long> first = node.flatMap(each -> reader.integer(each, "`first`", Code.WRONG_KIND));
        if (first.filter(number -> number < 0 || number > 1).isPresent()) {
            reader.problems()
                    .add(
                            Code.UNKNOWN_VALUE,
                            reader.span(node.orElseThrow()),
                            "`first` is the number of the first page or item, and must be 0 or 1 (was " + first.get()
                                    + ")",
                            "write what the official page says");
        }
        return first.orElse(0L);
    }

    private Optional<String> field(
            Mapping mapping, String key, List<Field> fields, Predicate<Field> fits, String expected) {
        Optional<String> name = mapping.text(key);
        Set<String> fitting = new TreeSet<>();
        fields.stream().filter(fits).forEach(field -> fitting.add(field.name()));
        if (name.isPresent() && !fitting.contains(name.get())) {
            SourceSpan span = reader.span(mapping.get(key).orElseThrow());
            reader.problems()
                    .add(
                            Code.PAGES_FIELD,
                            span,
                            "`" + key + "` names `" + name.get() + "`, which is not " + expected,
                            Suggestion.among(name.get(), fitting));
        }
        return name;
    }

    private void inapplicable(Mapping mapping, String key, String why) {
        if (mapping.has(key)) {
            reader.problems()
                    .add(Code.NOT_APPLICABLE, mapping.spanOf(key), "`" + key + "` does not apply: " + why, "omit it");
        }
    }

    private static boolean isPlain(Field field, FieldType.Scalar type) {
        return field.type() == type
                && !field.list()
                && !field.indexed()
                && field.source().constant().isEmpty()
                && field.wire().encoded().isEmpty()
                && field.wire().encrypted().isEmpty()
                && field.wire().signed().isEmpty();
    }

    private static boolean isList(Field field) {
        return field.indexed() || (field.list() && field.wire().encoded().isEmpty());
    }

    /** A listing makes a call for each page, so a call must change nothing. */
    void check(Operation operation, Mapping mapping) {
        boolean hasFields = operation.response().kind() == ResponseKind.JSON
                || operation.response().kind() == ResponseKind.XML;
        if (mapping.has(KEY) && (!operation.effects().readOnly() || !hasFields)) {
            reader.problems()
                    .add(
                            Code.NOT_APPLICABLE,
                            mapping.spanOf(KEY),
                            "`" + KEY + "` applies to a query whose response has fields only",
                            "add `readOnly: true` if the operation changes nothing, or omit it");
        }
    }
}
