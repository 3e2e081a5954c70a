package io.github.wxpaycodegen.generator.emit;

import io.github.wxpaycodegen.generator.spec.Endpoint;
import io.github.wxpaycodegen.generator.spec.Operation;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** Emits the index of all operations, for tools. */
final class IndexEmitter {
    private static final String PATH = "META-INF/wxpay/operations.json";

    private final ClassNames names;

    IndexEmitter(ClassNames names) {
        this.names = names;
    }

    SourceFile emit(List<Endpoint> endpoints) {
        StringJoiner operations = new StringJoiner(",\n", "[\n", "\n]\n");
        for (Endpoint endpoint : endpoints) {
            for (Operation operation : endpoint.operations()) {
                operations.add(describe(endpoint, operation));
            }
        }
        return new SourceFile(SourceFile.Kind.RESOURCE, PATH, operations.toString());
    }

    private String describe(Endpoint endpoint, Operation operation) {
        return "  {\"id\": " + quote("/" + endpoint.uri())
                + ", \"method\": " + quote(operation.method().name())
                + ", \"path\": " + quote(endpoint.wirePath())
                + ", \"protocol\": " + quote(endpoint.protocol().name().toLowerCase(Locale.ROOT))
                + ", \"security\": " + operation.security()
                + ", \"request\": " + quote(names.request(endpoint, operation).reflectionName())
                + ", \"response\": " + quote(names.response(endpoint, operation).reflectionName()) + "}";
    }

    /** URIs and class names have nothing that JSON would escape; the reader sees to that. */
    private static String quote(String text) {
        return '"' + text + '"';
    }
}
