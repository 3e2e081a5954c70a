package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.diagnostic.Suppression;
import java.util.Arrays;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;

/** Parses the findings that a spec suppresses, each with its reason: {@code suppress: {WX611: "no source gives it"}}. */
final class SuppressParser {
    static final String KEY = "suppress";

    private SuppressParser() {}

    /**
     * Parses the suppressions of a thing.
     *
     * @param key the key of the thing, at which its findings are reported
     * @param thing the value of the key
     */
    static void parse(Mapping.Entry key, Mapping thing) {
        NodeReader reader = thing.reader();
        thing.get(KEY).flatMap(node -> reader.mapping(node, "`suppress`")).ifPresent(codes -> codes.entries()
                .forEach((id, entry) ->
                        suppression(id, entry, scope(key, reader), codes).ifPresent(reader.problems()::suppress)));
    }

    private static Optional<Suppression> suppression(
            String id, Mapping.Entry entry, Suppression.Scope scope, Mapping codes) {
        NodeReader reader = codes.reader();
        SourceSpan span = reader.span(entry.key());
        Optional<Code> code = Code.of(id);
        if (code.filter(Code::isSuppressible).isEmpty()) {
            reader.problems()
                    .add(
                            Code.UNKNOWN_VALUE,
                            span,
                            "`suppress` cannot name `" + id + "`",
                            code.isPresent()
                                    ? "fix it: only findings can be suppressed, which begin with WX6"
                                    : Suggestion.among(
                                            id,
                                            Arrays.stream(Code.values())
                                                    .filter(Code::isSuppressible)
                                                    .map(Code::id)
                                                    .toList()));
            return Optional.empty();
        }
        Optional<String> reason = reader.text(entry.value(), "the reason for `" + id + "`");
        if (reason.filter(String::isBlank).isPresent()) {
            codes.malformed(id, "has no reason", "say why the spec is right: `" + id + ": no source gives a length`");
            return Optional.empty();
        }
        return reason.map(text -> new Suppression(code.get(), text, span, scope));
    }

    private static Suppression.Scope scope(Mapping.Entry entry, NodeReader reader) {
        Mark start = entry.key().getStartMark();
        Mark end = entry.value().getEndMark();
        return new Suppression.Scope(
                reader.file(), start.getLine() + 1, start.getColumn() + 1, end.getLine() + 1, end.getColumn() + 1);
    }
}
