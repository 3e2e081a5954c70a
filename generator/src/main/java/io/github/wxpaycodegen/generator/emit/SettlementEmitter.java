package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.github.wxpaycodegen.generator.spec.Endpoint;
import io.github.wxpaycodegen.generator.spec.Operation;
import io.github.wxpaycodegen.generator.spec.ResponseKind;
import io.github.wxpaycodegen.generator.spec.Settlement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Emits how the query is called that tells whether an operation took effect. */
final class SettlementEmitter {
    private final ClassNames names;

    SettlementEmitter(ClassNames names) {
        this.names = names;
    }

    /** A query that is generated, too. */
    private record Query(Endpoint endpoint, Operation operation) {}

    CodeBlock emit(Operation write) {
        if (write.settledBy().isEmpty()) {
            return CodeBlock.of("");
        }
        String uri = write.settledBy().get();
        String id = "/" + uri;
        Optional<Query> found = query(uri);
        if (found.isEmpty()) {
            return CodeBlock.of("\n.settledBy($S)", id);
        }
        Query query = found.get();
        Settlement settlement = Settlement.of(write, query.operation(), names::type);
        CodeBlock.Builder code = CodeBlock.builder();
        if (settlement.isPossible()) {
            code.add(
                    "\n.settledBy($T.$L, $S, $L)",
                    Runtime.HTTP_METHOD,
                    query.operation().method().name(),
                    id,
                    call(query));
            settlement.needs().forEach(alternatives -> add(code, "settlingNeeds", alternatives));
            add(code, "settlingTakes", settlement.takes());
            add(code, "settlingDeclines", settlement.declines());
        } else {
            code.add("\n.settledBy($S)", id);
            add(
                    code,
                    "settlingLacks",
                    settlement.lacks().stream()
                            .map(alternatives -> String.join(" or ", alternatives))
                            .toList());
        }
        return code.build();
    }

    /** Whether the compiler warns of the call that is emitted. */
    boolean callsDeprecated(Operation write) {
        return write.settledBy()
                .flatMap(this::query)
                .filter(query -> query.operation().lifecycle().isDeprecated()
                        && Settlement.of(write, query.operation(), names::type).isPossible())
                .isPresent();
    }

    private Optional<Query> query(String uri) {
        return names.endpoint(uri).flatMap(endpoint -> endpoint.operations().stream()
                .filter(operation -> operation.readOnly()
                        && operation.responseKind() != ResponseKind.STREAM
                        && operation.responseKind() != ResponseKind.REDIRECT)
                .findFirst()
                .map(operation -> new Query(endpoint, operation)));
    }

    /** {@code (context, held) -> ((OrderqueryApi) () -> context).postAsync(held.putOn(OrderqueryRequest.builder()).build())}. */
    private CodeBlock call(Query query) {
        ClassName api = names.api(query.endpoint().uri()).orElseThrow();
        return CodeBlock.of(
                "(context, held) -> (($T) () -> context).$L(held.putOn($T.builder()).build())",
                api,
                query.operation().method().name().toLowerCase(Locale.ROOT) + "Async",
                names.request(query.endpoint(), query.operation()));
    }

    private static void add(CodeBlock.Builder code, String method, List<String> values) {
        if (!values.isEmpty()) {
            code.add(
                    "\n.$L($L)",
                    method,
                    values.stream().map(value -> CodeBlock.of("$S", value)).collect(CodeBlock.joining(", ")));
        }
    }
}
