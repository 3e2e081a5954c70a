package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.NotificationRef;
import io.github.wxpaycodegen.generator.model.Protocol;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * The URIs and notifications that an operation may refer to: those in all files, even in files with errors. Several
 * threads may declare files at once.
 */
final class References {
    private final Set<String> uris = new ConcurrentSkipListSet<>();
    private final Set<String> v2Notifications = new ConcurrentSkipListSet<>();
    private final Set<String> v3Notifications = new ConcurrentSkipListSet<>();

    /** Adds the endpoint or notification of a file. */
    void declare(Mapping root) {
        text(root, "uri").ifPresent(uris::add);
        root.get("notification")
                .filter(node -> node instanceof MappingNode)
                .ifPresent(node -> ((MappingNode) node).getValue().forEach(tuple -> {
                    if (tuple.getKeyNode() instanceof ScalarNode key
                            && key.getValue().equals("id")
                            && tuple.getValueNode() instanceof ScalarNode id) {
                        notifications(protocol(root.reader().file())).add(id.getValue());
                    }
                }));
    }

    /** Adds the endpoint or notification of a file that has been compiled. */
    void declare(CompiledSpec spec) {
        if (spec.content() instanceof CompiledSpec.EndpointContent content) {
            uris.add(content.endpoint().uri());
        } else if (spec.content() instanceof CompiledSpec.NotificationContent content) {
            notifications(protocol(spec.path())).add(content.notification().id());
        }
    }

    /** Returns true if all notifications to which an endpoint refers are found where they were found before. */
    boolean findNotifications(Endpoint endpoint) {
        return endpoint.operations().stream()
                .flatMap(operation -> operation.effects().notifies().stream())
                .allMatch(reference -> find(reference.id(), endpoint.protocol()).equals(Optional.of(reference)));
    }

    /** Returns true if all URIs to which an endpoint refers are described. All files must have been declared. */
    boolean findUris(Endpoint endpoint) {
        return endpoint.operations().stream()
                .flatMap(operation -> Stream.of(
                        operation.effects().settledBy(), operation.lifecycle().replacedBy()))
                .flatMap(Optional::stream)
                .allMatch(uris::contains);
    }

    private Set<String> notifications(Protocol protocol) {
        return protocol == Protocol.V2 ? v2Notifications : v3Notifications;
    }

    private static Optional<String> text(Mapping mapping, String key) {
        return mapping.get(key).map(node -> node instanceof ScalarNode scalar ? scalar.getValue() : null);
    }

    /** Returns the URI under a key. It must be that of an endpoint, which is checked after all files have been read. */
    Optional<String> uri(Mapping mapping, String key) {
        Optional<String> uri = mapping.text(key);
        if (uri.isPresent()) {
            SourceSpan span = mapping.reader().span(mapping.get(key).orElseThrow());
            Problems problems = mapping.reader().problems();
            problems.later(() -> check(key, uri.get(), span, problems));
        }
        return uri;
    }

    private void check(String key, String uri, SourceSpan span, Problems problems) {
        if (!uris.contains(uri)) {
            problems.add(
                    Code.DANGLING_REFERENCE,
                    span,
                    "`" + key + "` names `" + uri + "`, which no file describes",
                    Suggestion.among(uri, uris));
        }
    }

    /** Returns the notification with an id: that of the same protocol, or else that of the other. */
    Optional<NotificationRef> notification(Node node, Protocol own, NodeReader reader) {
        Optional<String> id = reader.text(node, "the id of a notification");
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Optional<NotificationRef> found = find(id.get(), own);
        if (found.isPresent()) {
            return found;
        }
        Set<String> all = new TreeSet<>(notifications(own));
        all.addAll(notifications(other(own)));
        String suggestion = Suggestion.among(id.get(), all);
        reader.problems()
                .add(
                        Code.DANGLING_REFERENCE,
                        reader.span(node),
                        "`notifies` names `" + id.get() + "`, but no notification has this id",
                        suggestion.startsWith("did")
                                ? suggestion
                                : "write the `id` of a file below " + NotificationParser.FOLDER);
        return Optional.empty();
    }

    private Optional<NotificationRef> find(String id, Protocol own) {
        return Stream.of(own, other(own))
                .filter(protocol -> notifications(protocol).contains(id))
                .map(protocol -> new NotificationRef(protocol, id))
                .findFirst();
    }

    /** Returns the protocol of a notification's file. */
    private static Protocol protocol(String path) {
        return path.startsWith(NotificationParser.FOLDER + "v2/") ? Protocol.V2 : Protocol.V3;
    }

    private static Protocol other(Protocol protocol) {
        return protocol == Protocol.V2 ? Protocol.V3 : Protocol.V2;
    }
}
