package io.github.wxpaycodegen.generator.lint;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.name.EndpointNames;
import java.util.List;

/** Finds operations whose messages have names that are too long to read. */
final class NameLint {
    /** Longer than {@code Request}. */
    private static final String LONGEST_SUFFIX = "Response";

    private NameLint() {}

    static void check(Specs specs, List<Diagnostic> findings) {
        specs.endpoints()
                .forEach(endpoint -> endpoint.operations().forEach(operation -> check(endpoint, operation, findings)));
    }

    private static void check(Endpoint endpoint, Operation operation, List<Diagnostic> findings) {
        String name = EndpointNames.messages(endpoint, operation);
        int longest = EndpointNames.LONGEST - LONGEST_SUFFIX.length();
        if (name.length() > longest) {
            findings.add(Diagnostic.of(
                    Code.LONG_NAME,
                    operation.span(),
                    "the names of the messages begin with `" + name + "`, which has " + name.length() + " characters",
                    "give the operation a name of at most " + longest + " characters: `java: Name`"));
        }
    }
}
