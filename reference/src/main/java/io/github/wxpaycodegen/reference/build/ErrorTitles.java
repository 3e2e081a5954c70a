package io.github.wxpaycodegen.reference.build;

import io.github.wxpaycodegen.generator.model.ErrorSpec;
import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The titles of error codes, for a code that an operation names without a title of its own. */
final class ErrorTitles {
    /** The number of specs that give a code a title, by title, code without underscores, and protocol. */
    private final Map<Protocol, Map<String, Map<String, Integer>>> counts = new EnumMap<>(Protocol.class);

    ErrorTitles(Specs specs) {
        for (Protocol protocol : Protocol.values()) {
            Map<String, Map<String, Integer>> ofProtocol = new TreeMap<>();
            errors(specs, protocol).forEach(error -> error.title().ifPresent(title -> ofProtocol
                    .computeIfAbsent(plain(error.code()), code -> new TreeMap<>())
                    .merge(title, 1, Integer::sum)));
            counts.put(protocol, ofProtocol);
        }
    }

    private static Stream<ErrorSpec> errors(Specs specs, Protocol protocol) {
        Stream<ErrorSpec> shared =
                (protocol == Protocol.V2 ? specs.errors().v2() : specs.errors().v3()).stream();
        Stream<ErrorSpec> own = specs.endpoints().stream()
                .filter(endpoint -> endpoint.protocol() == protocol)
                .flatMap(endpoint -> endpoint.operations().stream())
                .flatMap(operation -> operation.effects().errors().stream());
        return Stream.concat(shared, own);
    }

    /** Most codes of v2 are those of v3 without underscores, and some operations return one of the other protocol. */
    private static String plain(String code) {
        return code.replace("_", "");
    }

    /** Returns the title that most specs of a protocol give a code, or else those of the other; empty if there is none. */
    Optional<String> of(Protocol protocol, String code) {
        return mostUsed(protocol, code).or(() -> mostUsed(protocol == Protocol.V2 ? Protocol.V3 : Protocol.V2, code));
    }

    private Optional<String> mostUsed(Protocol protocol, String code) {
        return counts.getOrDefault(protocol, Map.of()).getOrDefault(plain(code), Map.of()).entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }
}
