package io.github.wxpaycodegen.importer.internal.openapi;

import io.github.wxpaycodegen.importer.internal.document.ApiField;
import io.github.wxpaycodegen.importer.internal.document.ApiOperation;
import io.github.wxpaycodegen.importer.internal.document.Findings;
import io.github.wxpaycodegen.importer.internal.document.Section;
import io.github.wxpaycodegen.importer.internal.yaml.Located;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads notifications: webhooks, and callbacks of operations. Specs recognize one of v3 by its event types and one of
 * v2 by its fields; a document that does not state them is reported.
 */
final class WebhookReader {
    private static final Set<String> ENVELOPE =
            Set.of("original_type", "algorithm", "ciphertext", "associated_data", "nonce");

    private final SourceTree tree;
    private final Findings findings;
    private final SchemaReader schemas;
    private final Contents contents;

    WebhookReader(SourceTree tree, boolean exported, Findings findings) {
        this.tree = tree;
        this.findings = findings;
        this.schemas = new SchemaReader(tree, exported, findings);
        this.contents = new Contents(tree, findings);
    }

    /**
     * Returns a notification; empty, with a finding, if it cannot be one of specs.
     *
     * @param name its name in the document
     */
    Optional<ApiOperation> read(String name, Located.Entry entry) {
        Optional<Located> post = tree.resolve(entry.value()).flatMap(item -> item.get("post"));
        Optional<Located> schema = post.flatMap(node -> node.get("requestBody"))
                .flatMap(body -> contents.choose(body, "notification"))
                .map(Contents.Content::schema)
                .flatMap(tree::resolve);
        if (schema.isEmpty()) {
            return notImported(name, entry, "it is not a POST with the schema of a body");
        }
        Located node = post.orElseThrow();
        boolean own = node.get("x-wxpay-notification").isPresent();
        Optional<Located> resource = schema.get()
                .get("properties")
                .flatMap(fields -> fields.get("resource"))
                .flatMap(tree::resolve);
        List<String> eventTypes = own ? node.texts("x-wxpay-event-types") : eventTypes(schema.get());
        boolean v2 = own ? node.text("x-wxpay-protocol").equals(Optional.of("v2")) : resource.isEmpty();
        if (!own && v2) {
            return notImported(name, entry, "without a `resource`, it does not say how to recognize it");
        } else if (!v2 && eventTypes.isEmpty()) {
            return notImported(name, entry, "`event_type` has no values to recognize it by");
        } else if (!v2 && resource.isEmpty()) {
            return notImported(name, entry, "it has no `resource`");
        }
        String id = node.text("x-wxpay-notification").orElseGet(() -> eventTypes.get(0));
        String path = "notifications/" + (own ? name : "v3/" + id);
        Map<String, Object> attributes = new OperationFacts(findings).read(node, path, Optional.empty());
        List.of("hosts", "security", "responseKind").forEach(attributes::remove);
        attributes.put("id", id);
        attributes.put("protocol", v2 ? "v2" : "v3");
        put("eventTypes", eventTypes, attributes);
        put("originalTypes", node.texts("x-wxpay-original-types"), attributes);
        put("recognizedBy", node.texts("x-wxpay-recognized-by"), attributes);
        Map<Section, List<ApiField>> messages = new EnumMap<>(Section.class);
        if (v2) {
            messages.put(Section.BODY, schemas.fields(schema.get()));
            reply(node, messages, attributes);
        } else {
            List<ApiField> fields = resource(resource.orElseThrow(), own, attributes);
            if (fields.isEmpty()) {
                return notImported(name, entry, "only the envelope of its encrypted `resource` is declared");
            }
            messages.put(Section.RESOURCE, fields);
        }
        return Optional.of(new ApiOperation(entry.key(), path, Section.NOTIFICATION, attributes, messages));
    }

    private Optional<ApiOperation> notImported(String name, Located.Entry entry, String why) {
        findings.add(entry.key(), "the notification `" + name + "` was not imported: " + why);
        return Optional.empty();
    }

    private List<String> eventTypes(Located schema) {
        Optional<Located> type = schema.get("properties")
                .flatMap(fields -> fields.get("event_type"))
                .flatMap(tree::resolve);
        return type.map(node -> node.texts("const"))
                .filter(values -> !values.isEmpty())
                .or(() -> type.map(node -> node.texts("enum")))
                .orElse(List.of());
    }

    private List<ApiField> resource(Located resource, boolean own, Map<String, Object> attributes) {
        Optional<Located> content = resource.get("x-wxpay-content");
        if (own && content.isEmpty()) {
            attributes.put("plain", true);
        }
        return schemas.fields(content.orElse(resource)).stream()
                .filter(field -> own || !ENVELOPE.contains(field.name()))
                .toList();
    }

    private void reply(Located node, Map<Section, List<ApiField>> messages, Map<String, Object> attributes) {
        node.get("responses")
                .flatMap(responses -> responses.get("200"))
                .flatMap(response -> contents.choose(response, "reply"))
                .map(content -> schemas.message(content.schema()))
                .ifPresent(reply -> {
                    messages.put(Section.REPLY, reply.fields());
                    OperationReader.groups(reply, attributes);
                });
    }

    private static void put(String key, List<String> values, Map<String, Object> attributes) {
        if (!values.isEmpty()) {
            attributes.put(key, values);
        }
    }
}
