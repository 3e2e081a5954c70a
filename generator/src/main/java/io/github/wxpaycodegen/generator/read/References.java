package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.model.NotificationRef;
import io.github.wxpaycodegen.generator.model.Protocol;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
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
                        boolean v2 = root.reader().file().startsWith(NotificationParser.FOLDER + "v2/");
                        notifications(v2 ? Protocol.V2 : Protocol.V3).add(id.getValue());
                    }
                }));
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
        Protocol other = own == Protocol.V2 ? Protocol.V3 : Protocol.V2;
        for (Protocol protocol : new Protocol[] {own, other}) {
            if (notifications(protocol).contains(id.get())) {
                return Optional.of(new NotificationRef(protocol, id.get()));
            }
        }
        Set<String> all = new TreeSet<>(notifications(own));
        all.addAll(notifications(other));
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
}
