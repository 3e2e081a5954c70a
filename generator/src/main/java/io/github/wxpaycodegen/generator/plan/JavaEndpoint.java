package io.github.wxpaycodegen.generator.plan;

import com.palantir.javapoet.ClassName;
import java.util.List;

/**
 * The operations of a URI.
 *
 * @param holder the class with their descriptions for the runtime
 * @param origin the spec file
 */
public record JavaEndpoint(ClassName holder, String origin, List<JavaOperation> operations) {
    public JavaEndpoint {
        operations = List.copyOf(operations);
    }
}
