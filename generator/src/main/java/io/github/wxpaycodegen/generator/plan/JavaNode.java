package io.github.wxpaycodegen.generator.plan;

import com.palantir.javapoet.ClassName;
import io.github.wxpaycodegen.generator.model.Field;
import java.util.List;
import java.util.Optional;

/**
 * A place in the chain of interfaces: an endpoint, a parent of endpoints, or both.
 *
 * @param name the interface; nested in that of the parent unless it has its own file
 * @param path the segments from the root, as in URIs
 * @param title the Chinese title of the folder, or else of the operations to which the place leads
 * @param ownTitle the Chinese title of the folder, or else of the field that is the template segment
 * @param method the method of the parent that returns this place
 * @param parameter the field that is the template segment, if this is one
 * @param origin the spec file of its operations, or else its path
 */
public record JavaNode(
        ClassName name,
        String path,
        String title,
        Optional<String> ownTitle,
        String method,
        Optional<Field> parameter,
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
