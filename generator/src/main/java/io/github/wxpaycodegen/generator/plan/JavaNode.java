package io.github.wxpaycodegen.generator.plan;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;

/**
 * A place in the chain of interfaces: an endpoint, a parent of endpoints, or both.
 *
 * @param name the interface, which is nested in that of the parent unless it has a file of its own
 * @param path the segments that lead here, as the chain has them
 * @param title the Chinese name: that of the folder, or else those of the operations
 * @param method the method of the parent that leads here
 * @param parameter the name of the template segment that this is, if it is one
 * @param origin the spec file of its operations, or else its path
 */
public record JavaNode(
        ClassName name,
        String path,
        Optional<String> title,
        String method,
        Optional<String> parameter,
        String origin,
        List<JavaOperation> operations,
        List<JavaNode> children) {
    public JavaNode {
        operations = List.copyOf(operations);
        children = List.copyOf(children);
    }

    /** Returns whether the interface is nested in that of the parent. */
    public boolean isNested() {
        return name.enclosingClassName() != null;
    }
}
