package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.model.Download;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.HttpMethod;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.ResponseKind;
import io.github.wxpaycodegen.generator.model.SharedType.TypeShape;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.Node;

/** Parses the fields of a response that link to a file: {@code download: {url: download_url}}. */
final class DownloadParser {
    private static final String KEY = "download";

    private final NodeReader reader;
    private final TypeIndex index;

    DownloadParser(NodeReader reader, TypeIndex index) {
        this.reader = reader;
        this.index = index;
    }

    Optional<Download> parse(Mapping operation, List<Field> response) {
        return operation
                .get(KEY)
                .flatMap(node -> reader.mapping(node, "`" + KEY + "`"))
                .map(mapping -> download(mapping, response));
    }

    private Download download(Mapping mapping, List<Field> response) {
        mapping.allow(Set.of("url", "hashType", "hashValue", "waiting"));
        mapping.require("url", "download_url");
        if (mapping.has("hashType") || mapping.has("hashValue")) {
            mapping.require("hashType", "hash_type");
            mapping.require("hashValue", "hash_value");
        }
        Set<String> texts = new TreeSet<>();
        response.stream().filter(this::isText).forEach(field -> texts.add(field.name()));
        Optional<Mapping> waiting = mapping.get("waiting").flatMap(node -> waiting(node, texts));
        Optional<String> state =
                waiting.flatMap(states -> states.entries().keySet().stream().findFirst());
        return new Download(
                field(mapping, "url", texts).orElse(""),
                field(mapping, "hashType", texts),
                field(mapping, "hashValue", texts),
                state,
                waiting.flatMap(states -> state.map(states::texts)).orElse(List.of()));
    }

    private Optional<String> field(Mapping mapping, String key, Set<String> texts) {
        Optional<String> name = mapping.text(key);
        name.filter(each -> !texts.contains(each))
                .ifPresent(each -> unknown(mapping.get(key).orElseThrow(), each, texts));
        return name;
    }

    private Optional<Mapping> waiting(Node node, Set<String> texts) {
        Optional<Mapping> states = reader.mapping(node, "`waiting`");
        if (states.isPresent() && states.get().entries().size() != 1) {
            oneFieldAndItsValues(node);
            return Optional.empty();
        }
        states.ifPresent(mapping -> mapping.entries().forEach((name, entry) -> {
            if (!texts.contains(name)) {
                unknown(entry.key(), name, texts);
            }
            if (reader.list(entry.value(), "`waiting`").isEmpty()) {
                oneFieldAndItsValues(entry.value());
            }
        }));
        return states;
    }

    private void oneFieldAndItsValues(Node node) {
        reader.problems()
                .add(
                        Code.WRONG_KIND,
                        reader.span(node),
                        "`waiting` names one field and its values",
                        "write `waiting: {state: [ACCEPTED]}`");
    }

    private void unknown(Node node, String name, Set<String> texts) {
        reader.problems()
                .add(
                        Code.DOWNLOAD_FIELD,
                        reader.span(node),
                        "`" + KEY + "` names `" + name + "`, which is not a text field of the response",
                        Suggestion.among(name, texts));
    }

    private boolean isText(Field field) {
        boolean single = !field.list()
                && !field.indexed()
                && field.wire().encoded().isEmpty()
                && field.wire().encrypted().isEmpty();
        return single
                && (field.type() == FieldType.Scalar.STRING
                        || field.type() instanceof FieldType.InlineEnum
                        || (field.type() instanceof FieldType.Reference reference && isEnum(reference.typeId())));
    }

    private boolean isEnum(String typeId) {
        return index.definition(typeId)
                .filter(type -> type.shape() instanceof TypeShape.OfEnum)
                .isPresent();
    }

    /**
     * Checks that the operation may be repeated: it is called again while the gateway prepares the file, and after a
     * link has expired.
     */
    void check(Operation operation, Mapping mapping) {
        boolean repeatable =
                operation.method() == HttpMethod.GET || operation.effects().idempotent();
        if (operation.response().download().isPresent()
                && (!repeatable || operation.response().kind() != ResponseKind.JSON)) {
            reader.problems()
                    .add(
                            Code.NOT_APPLICABLE,
                            mapping.spanOf(KEY),
                            "`" + KEY + "` applies to operations that return JSON and may be repeated",
                            "put it under the query, or declare `idempotent: true` if that is correct");
        }
    }
}
