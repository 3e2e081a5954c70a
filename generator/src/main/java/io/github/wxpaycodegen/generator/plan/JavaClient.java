package io.github.wxpaycodegen.generator.plan;

import com.palantir.javapoet.ClassName;
import io.github.wxpaycodegen.generator.model.ErrorCatalog;
import java.util.List;
import java.util.Optional;

/**
 * All classes of a client.
 *
 * @param root the class that is the entry point
 * @param commonErrors the class with the advice for error codes that operations share; empty if there is none
 * @param notificationIndex the class that lists all notifications
 * @param types the messages and enums that have their own files
 * @param nodes the interfaces of the first segments
 */
public record JavaClient(
        ClassName root,
        Optional<ClassName> commonErrors,
        ClassName notificationIndex,
        ErrorCatalog errors,
        List<JavaType> types,
        List<JavaOperation> operations,
        List<JavaNode> nodes,
        List<JavaNotification> notifications) {
    public JavaClient {
        types = List.copyOf(types);
        operations = List.copyOf(operations);
        nodes = List.copyOf(nodes);
        notifications = List.copyOf(notifications);
    }
}
