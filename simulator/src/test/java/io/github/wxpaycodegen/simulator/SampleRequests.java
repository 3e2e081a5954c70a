package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldGroup;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Root;
import io.github.wxpaycodegen.simulator.internal.specs.CallerFields;
import io.github.wxpaycodegen.simulator.internal.specs.Types;
import io.github.wxpaycodegen.simulator.internal.v2.IndexedNames;
import io.github.wxpaycodegen.simulator.internal.v2.V2Decryption;
import io.github.wxpaycodegen.simulator.internal.v2.V2Requests;
import io.github.wxpaycodegen.simulator.internal.v3.V3TextRules;
import io.github.wxpaycodegen.simulator.internal.values.ArrayNode;
import io.github.wxpaycodegen.simulator.internal.values.FileDigest;
import io.github.wxpaycodegen.simulator.internal.values.JsonNode;
import io.github.wxpaycodegen.simulator.internal.values.ObjectNode;
import io.github.wxpaycodegen.simulator.internal.values.SampleValues;
import io.github.wxpaycodegen.simulator.internal.values.ScalarNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Valid requests for every operation, with all fields that can be present together. */
final class SampleRequests {
    static final byte[] FILE = "file content".getBytes(StandardCharsets.UTF_8);

    private final Types types;
    private final SampleValues samples;
    private final Root root;
    private final String callerId;
    private final UnaryOperator<String> v2Encryption;
    private final UnaryOperator<String> v3Encryption;

    /**
     * Creates the requests of an account.
     *
     * @param root of the v3 operations that the account calls
     */
    SampleRequests(
            Types types,
            Root root,
            String callerId,
            UnaryOperator<String> v2Encryption,
            UnaryOperator<String> v3Encryption) {
        this.types = types;
        this.samples = new SampleValues(types);
        this.root = root;
        this.callerId = callerId;
        this.v2Encryption = v2Encryption;
        this.v3Encryption = v3Encryption;
    }

    /** The fields of a v2 request, without nonce and signature. */
    Map<String, String> v2(Operation operation) {
        Map<String, String> fields = new LinkedHashMap<>();
        addFlat(V2Requests.shapeOf(operation), IndexedNames.NONE, fields);
        // A rule between fields, which the spec does not have: an order has one of four trade types.
        fields.computeIfPresent("trade_type", (name, value) -> value.startsWith("sample-") ? "NATIVE" : value);
        return fields;
    }

    /** The body of a v3 request. */
    ObjectNode json(ObjectShape shape) {
        ObjectNode object = new ObjectNode();
        present(shape).forEach(field -> object.set(field.name(), json(field)));
        return object;
    }

    /** The body of a v3 request of an operation, in which the caller names itself. */
    ObjectNode json(Operation operation) {
        ObjectNode body = json(operation.request().shape());
        CallerFields.byTitle(root, operation).stream()
                .filter(name -> body.get(name) != null)
                .forEach(name -> body.put(name, callerId));
        return body;
    }

    /** The path and query of a v3 request. */
    String target(String wirePath, Operation operation) {
        Set<String> own = CallerFields.byTitle(root, operation);
        String path = wirePath;
        for (Field field : operation.request().path()) {
            path = path.replace("{" + field.name() + "}", encode(own.contains(field.name()) ? callerId : text(field)));
        }
        ObjectShape query = new ObjectShape(
                operation.request().query(),
                operation.request().shape().fields().isEmpty()
                        ? operation.request().shape().groups()
                        : List.of());
        String pairs = present(query).stream()
                .map(field -> field.name() + "=" + encode(own.contains(field.name()) ? callerId : text(field)))
                .collect(Collectors.joining("&"));
        return pairs.isEmpty() ? path : path + "?" + pairs;
    }

    String text(Field field) {
        if (field.source().digest().isPresent()) {
            return FileDigest.hex(field.source().digest().get(), FILE);
        }
        String plain = plain(field, field.name());
        return V3TextRules.isEncrypted(field) ? v3Encryption.apply(plain) : plain;
    }

    private String plain(Field field, String name) {
        return CallerFields.contain(root, field) ? callerId : samples.text(field, name);
    }

    private JsonNode json(Field field) {
        if (field.wire().encoded().isPresent()) {
            return ScalarNode.of(samples.text(field, field.name()));
        }
        if (!field.list()) {
            return element(field);
        }
        ArrayNode list = new ArrayNode();
        for (int i = 0; i < SampleValues.elements(field); i++) {
            list.add(element(field));
        }
        return list;
    }

    private JsonNode element(Field field) {
        Optional<ObjectShape> shape = types.objectOf(field);
        if (shape.isPresent()) {
            return json(shape.get());
        }
        boolean made = field.source().digest().isPresent()
                || V3TextRules.isEncrypted(field)
                || CallerFields.contain(root, field);
        return made ? ScalarNode.of(text(field)) : samples.scalar(field);
    }

    private void addFlat(ObjectShape shape, IndexedNames names, Map<String, String> out) {
        for (Field field : present(shape)) {
            if (field.indexed()) {
                for (int i = 0; i < SampleValues.elements(field); i++) {
                    addFlat(types.objectOf(field).orElseThrow(), names.at(i), out);
                }
            } else {
                String name = names.of(field.name());
                String plain = field.source().digest().isPresent() ? text(field) : plain(field, name);
                out.put(name, V2Decryption.isEncrypted(field) ? v2Encryption.apply(plain) : plain);
            }
        }
    }

    /** All fields but the file and those that another of their group excludes. */
    private static List<Field> present(ObjectShape shape) {
        return shape.fields().stream()
                .filter(field -> field.type() != FieldType.Scalar.FILE)
                .filter(field -> shape.groups().stream()
                        .filter(group -> group.kind() == FieldGroup.Kind.EXACTLY_ONE_OF)
                        .map(FieldGroup::names)
                        .noneMatch(names -> names.indexOf(field.name()) > 0))
                .toList();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
