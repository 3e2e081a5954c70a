package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.model.ErrorSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;

/** Parses error codes: {@code errors: [{code: ORDERPAID, title: 订单已支付}]}. */
final class ErrorsParser {
    private static final Set<String> KEYS = Set.of("code", "status", "title", "advice", "uncertain");

    private static final Pattern CODE = Pattern.compile("[!-~]([ -~]*[!-~])?");

    private final NodeReader reader;
    private final boolean v2;
    private final Set<String> alwaysUncertain;

    ErrorsParser(NodeReader reader, boolean v2) {
        this(reader, v2, Set.of());
    }

    /**
     * Creates a parser.
     *
     * @param alwaysUncertain the codes that no error may call certain
     */
    ErrorsParser(NodeReader reader, boolean v2, Set<String> alwaysUncertain) {
        this.reader = reader;
        this.v2 = v2;
        this.alwaysUncertain = Set.copyOf(alwaysUncertain);
    }

    /** Returns the errors of a mapping, each code once. */
    List<ErrorSpec> parse(Mapping mapping) {
        List<ErrorSpec> errors = new ArrayList<>();
        Map<String, SourceSpan> seen = new HashMap<>();
        for (Node node :
                mapping.get("errors").map(n -> reader.list(n, "`errors`")).orElse(List.of())) {
            reader.mapping(node, "an error").flatMap(this::error).ifPresent(error -> {
                SourceSpan first = seen.putIfAbsent(error.code(), error.span());
                if (first == null) {
                    errors.add(error);
                } else {
                    repeated(error.span(), "the error `" + error.code() + "` occurs twice", first);
                }
            });
        }
        return errors;
    }

    /** Returns all codes after which the outcome is unknown: those under {@code uncertain}, then those of the errors. */
    List<String> uncertain(Mapping mapping, List<ErrorSpec> errors) {
        List<String> codes = new ArrayList<>(mapping.texts("uncertain"));
        for (ErrorSpec error : errors) {
            if (codes.contains(error.code())) {
                reader.problems()
                        .add(
                                Code.DUPLICATE_ERROR,
                                error.span(),
                                "`" + error.code() + "` is listed under `uncertain` and under `errors`",
                                "write `uncertain: true` here, and remove it from the list `uncertain`",
                                mapping.spanOf("uncertain"));
            }
        }
        errors.stream()
                .filter(ErrorSpec::uncertain)
                .map(ErrorSpec::code)
                .filter(code -> !codes.contains(code))
                .forEach(codes::add);
        return codes;
    }

    void repeated(SourceSpan span, String what, SourceSpan first) {
        reader.problems().add(Code.DUPLICATE_ERROR, span, what, "merge the entries: one code, one meaning", first);
    }

    private Optional<ErrorSpec> error(Mapping mapping) {
        mapping.allow(KEYS);
        if (v2 && mapping.has("status")) {
            reader.problems()
                    .add(
                            Code.NOT_APPLICABLE,
                            mapping.spanOf("status"),
                            "`status` applies to v3 only: v2 responds to every request with 200",
                            "remove it");
        }
        Optional<Node> code = mapping.require("code", "ORDERPAID");
        OptionalInt status = status(mapping);
        return code.flatMap(node -> reader.text(node, "`code`").filter(text -> isCode(text, node)))
                .map(text -> new ErrorSpec(
                        reader.span(code.orElseThrow()),
                        text,
                        status,
                        mapping.text("title"),
                        mapping.text("advice"),
                        uncertain(mapping, text)));
    }

    private boolean uncertain(Mapping mapping, String code) {
        boolean uncertain = mapping.flag("uncertain");
        if (!uncertain && mapping.has("uncertain") && alwaysUncertain.contains(code)) {
            reader.problems()
                    .add(
                            Code.NOT_APPLICABLE,
                            mapping.spanOf("uncertain"),
                            "`uncertain: false` does not apply to `" + code
                                    + "`: the operation may have taken effect, as the bundled errors say",
                            "omit it; an operation that is safe lists the code under its own `errors`");
        }
        return uncertain;
    }

    private boolean isCode(String code, Node node) {
        boolean fine = CODE.matcher(code).matches();
        if (!fine) {
            reader.problems()
                    .add(
                            Code.MALFORMED,
                            reader.span(node),
                            "`code` is not an error code",
                            "write it as in the response, in ASCII: ORDERPAID");
        }
        return fine;
    }

    private OptionalInt status(Mapping mapping) {
        Optional<Long> status = mapping.get("status").flatMap(n -> reader.integer(n, "`status`", Code.WRONG_KIND));
        if (status.filter(value -> value < 400 || value > 599).isPresent()) {
            mapping.malformed("status", "is not the HTTP status of an error", "write one from 400 to 599");
            return OptionalInt.empty();
        }
        return status.map(value -> OptionalInt.of(value.intValue())).orElse(OptionalInt.empty());
    }
}
