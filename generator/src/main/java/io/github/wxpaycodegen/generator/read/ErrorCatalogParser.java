package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.model.ErrorCatalog;
import io.github.wxpaycodegen.generator.model.ErrorSpec;
import io.github.wxpaycodegen.generator.model.RequestIdError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;

/** Parses the errors that all operations of a protocol share, {@code v3/_errors.yaml}. Each file has its own parser. */
final class ErrorCatalogParser {
    static final String FILE = "_errors.yaml";
    private static final String V2 = "v2/" + FILE;
    private static final String V3 = "v3/" + FILE;
    private static final String NUMBERS = "requestIdErrors";
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private final List<RequestIdError> requestIds = new ArrayList<>();
    private final ErrorCatalog bundled;

    /**
     * Creates a parser.
     *
     * @param bundled the errors that the file extends
     */
    ErrorCatalogParser(ErrorCatalog bundled) {
        this.bundled = bundled;
    }

    /** Returns the errors of a file; empty if it is in the wrong place. */
    Optional<ErrorCatalog> parse(Mapping root) {
        NodeReader reader = root.reader();
        boolean isV2 = reader.file().equals(V2);
        root.allow(isV2 ? Set.of("errors") : Set.of("errors", NUMBERS));
        if (!isV2 && !reader.file().equals(V3)) {
            reader.problems()
                    .add(
                            Code.WRONG_PLACE,
                            root.span(),
                            "the shared errors of a protocol belong in " + V2 + " and " + V3
                                    + "; brand/ shares those of v3",
                            "move the file there, or put the errors under their operations");
            return Optional.empty();
        }
        root.require("errors", "[{code: SYSTEM_ERROR, title: 系统异常}]");
        ErrorsParser errors = new ErrorsParser(reader, isV2, uncertain(isV2 ? bundled.v2() : bundled.v3()));
        List<ErrorSpec> codes = errors.parse(root);
        numbers(root, errors);
        ErrorCatalog own =
                isV2 ? new ErrorCatalog(codes, List.of(), requestIds) : new ErrorCatalog(List.of(), codes, requestIds);
        return Optional.of(bundled.extendedBy(own));
    }

    private static Set<String> uncertain(List<ErrorSpec> errors) {
        return errors.stream().filter(ErrorSpec::uncertain).map(ErrorSpec::code).collect(Collectors.toSet());
    }

    private void numbers(Mapping root, ErrorsParser errors) {
        Map<String, SourceSpan> seen = new HashMap<>();
        for (Node node : root.get(NUMBERS)
                .map(n -> root.reader().list(n, "`" + NUMBERS + "`"))
                .orElse(List.of())) {
            root.reader()
                    .mapping(node, "an error of a Request-ID")
                    .flatMap(this::number)
                    .ifPresent(error -> {
                        String identity = error.number() + " " + error.product().orElse("");
                        SourceSpan first = seen.putIfAbsent(identity, error.span());
                        if (first == null) {
                            requestIds.add(error);
                        } else {
                            errors.repeated(
                                    error.span(),
                                    "the number `" + error.number() + "` occurs twice for one product",
                                    first);
                        }
                    });
        }
    }

    private Optional<RequestIdError> number(Mapping mapping) {
        NodeReader reader = mapping.reader();
        mapping.allow(Set.of("number", "product", "title", "advice"));
        mapping.require("title", "签名错误");
        Optional<Node> node = mapping.require("number", "\"268443699\"");
        Optional<String> number = node.flatMap(n -> reader.text(n, "`number`"));
        if (number.filter(text -> !NUMBER.matcher(text).matches()).isPresent()) {
            mapping.malformed(
                    "number", "is not a number", "write the digits after the last hyphen of the Request-ID, in quotes");
        }
        return number.map(text -> new RequestIdError(
                reader.span(node.orElseThrow()),
                text,
                new DocumentationParser(reader).product(mapping),
                mapping.text("title").orElse(""),
                mapping.text("advice")));
    }
}
