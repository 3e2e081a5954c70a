package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.EnumValue;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.generator.model.ResponseKind;
import io.github.wxpaycodegen.simulator.internal.specs.Similarity;
import io.github.wxpaycodegen.simulator.internal.specs.Types;
import io.github.wxpaycodegen.simulator.internal.values.FlatNames;
import io.github.wxpaycodegen.simulator.internal.values.JsonNode;
import io.github.wxpaycodegen.simulator.internal.values.JsonPath;
import io.github.wxpaycodegen.simulator.internal.values.ValueTypes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A change of a part that not every response has.
 *
 * @param factory the method that creates the behavior, for messages
 * @param field the field that changes; empty if none does
 */
record ResponseEdit(String factory, Part part, Optional<FieldChange> field) {
    static final String WITH = "Behavior.with";

    /** The name of an XML element, without the characters that have a meaning in the path of a field. */
    private static final Pattern ELEMENT = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_-]*");

    /** Fields that responses have beside those of their spec. */
    private static final Map<Protocol, List<String>> COMMON = Map.of(
            Protocol.V2,
            List.of(
                    "return_code",
                    "return_msg",
                    "result_code",
                    "err_code",
                    "err_code_des",
                    "appid",
                    "mch_id",
                    "sub_appid",
                    "sub_mch_id",
                    "device_info",
                    "nonce_str",
                    "sign",
                    "sign_type"),
            Protocol.V3,
            List.of("code", "message", "detail"));

    /** The new value of a field, and the rule for it. */
    record FieldChange(JsonPath path, JsonNode value, Rule rule) {}

    /** A requirement of a field or its value, without which a test would see something else than it has asked for. */
    enum Rule {
        NONE,
        /** The spec declares the field, and the value is one of it. */
        DECLARED,
        /** The field is an enum, which lacks the value. */
        UNKNOWN_VALUE,
        /** The spec does not declare the field. */
        UNDECLARED
    }

    enum Part {
        FIELD("a field", "fields") {
            @Override
            boolean isIn(Protocol protocol, Operation operation) {
                return switch (operation.response().kind()) {
                    case XML, JSON -> true;
                    // The simulator responds in v2 with XML.
                    case EMPTY -> protocol == Protocol.V2;
                    case ACCEPTED, STREAM, REDIRECT -> false;
                };
            }
        },
        SIGNATURE("the signature", "signature") {
            @Override
            boolean isIn(Protocol protocol, Operation operation) {
                boolean signed =
                        switch (operation.response().kind()) {
                            case XML, EMPTY, ACCEPTED -> true;
                            case JSON, STREAM -> protocol == Protocol.V3;
                            case REDIRECT -> false;
                        };
                return signed && !operation.security().responseUnsigned();
            }
        };

        private final String changed;
        private final String missing;

        Part(String changed, String missing) {
            this.changed = changed;
            this.missing = missing;
        }

        abstract boolean isIn(Protocol protocol, Operation operation);
    }

    static ResponseEdit ofSignature(String factory) {
        return new ResponseEdit(factory, Part.SIGNATURE, Optional.empty());
    }

    static ResponseEdit ofField(String factory, Rule rule, JsonPath path, JsonNode value) {
        return new ResponseEdit(factory, Part.FIELD, Optional.of(new FieldChange(path, value, rule)));
    }

    /**
     * Checks that this change is one of responses of a path.
     *
     * @throws IllegalArgumentException if no response has the part or the field, or the value is not one of the field
     */
    void requireApplicable(String path, Endpoint endpoint, Types types) {
        List<Operation> operations = endpoint.operations().stream()
                .filter(each -> part.isIn(endpoint.protocol(), each))
                .toList();
        if (operations.isEmpty()) {
            throw new IllegalArgumentException(factory + " changes " + part.changed + ", but the response of " + path
                    + " has no " + part.missing + ": use Behavior.respond");
        }
        field.ifPresent(change -> new FieldCheck(path, endpoint.protocol(), operations, types, change).run());
    }

    /** The check of a field in the responses of a path. */
    private final class FieldCheck {
        private final String path;
        private final Protocol protocol;
        private final List<Operation> operations;
        private final Types types;
        private final FieldChange change;
        private final boolean elements;

        FieldCheck(String path, Protocol protocol, List<Operation> operations, Types types, FieldChange change) {
            this.path = path;
            this.protocol = protocol;
            this.operations = operations;
            this.types = types;
            this.change = change;
            this.elements = protocol == Protocol.V2
                    && operations.stream().noneMatch(each -> each.response().kind() == ResponseKind.JSON);
        }

        void run() {
            if (elements) {
                requireElement();
            } else {
                requireParent();
            }
            // One list for each operation: the next request is one of them.
            List<List<Field>> named = operations.stream()
                    .map(each -> siblings(each).stream()
                            .filter(field -> FlatNames.matches(
                                    field.name(), change.path().name()))
                            .toList())
                    .toList();
            boolean common = COMMON.getOrDefault(protocol, List.of())
                    .contains(change.path().toString());
            List<Field> declared = named.stream().flatMap(List::stream).toList();
            switch (change.rule()) {
                case NONE -> {}
                case UNDECLARED -> requireUndeclared(common || named.stream().noneMatch(List::isEmpty));
                case DECLARED -> {
                    if (!common) {
                        requireDeclared(declared);
                        requireType(declared);
                    }
                }
                case UNKNOWN_VALUE -> {
                    if (!common) {
                        requireDeclared(declared);
                        requireUnknownValue(declared);
                    }
                }
            }
        }

        private List<Field> siblings(Operation operation) {
            return elements
                    ? FlatNames.of(operation.response().shape(), types)
                    : change.path().siblingsIn(types, operation.response().shape());
        }

        private void requireElement() {
            if (!ELEMENT.matcher(change.path().toString()).matches()) {
                throw wrong(
                        "a response of " + path + " has only elements with a plain name: use one, or Behavior.respond");
            }
        }

        /** Requires that a response may have the object that contains the field. */
        private void requireParent() {
            List<Optional<String>> missing = operations.stream()
                    .map(each -> change.path().missingIn(types, each.response().shape()))
                    .toList();
            if (missing.stream().allMatch(Optional::isPresent)) {
                // The longest is that of the response which has most of the path.
                String parent = missing.stream()
                        .flatMap(Optional::stream)
                        .max(Comparator.comparingInt(String::length))
                        .orElse("fields");
                throw wrong("the response of " + path + " has no " + parent
                        + ": check the path of the field, or use Behavior.respond");
            }
        }

        /** A misspelled field would be added, and the one that is meant would keep its value. */
        private void requireDeclared(List<Field> declared) {
            if (declared.isEmpty()) {
                List<String> names = operations.stream()
                        .flatMap(each -> siblings(each).stream())
                        .map(Field::name)
                        .toList();
                String nearest = Similarity.mostSimilar(change.path().name(), names)
                        .map(each -> "did you mean " + each + "? ")
                        .orElse("");
                throw wrong("the response of " + path + " declares no such field: " + nearest
                        + "Behavior.unknownField adds one");
            }
        }

        /** A test of an unknown field would test a known one. */
        private void requireUndeclared(boolean declared) {
            if (declared) {
                throw new IllegalArgumentException(factory + " adds " + change.path() + ", but the response of " + path
                        + " has this field: use Behavior.with");
            }
        }

        private void requireType(List<Field> declared) {
            List<Optional<String>> expected =
                    declared.stream().map(this::expected).toList();
            if (expected.stream().allMatch(Optional::isPresent)) {
                throw wrongValue(expected.get(0).orElseThrow());
            }
        }

        private Optional<String> expected(Field field) {
            if (elements && change.value().asString().isEmpty()) {
                // The gateway sends empty elements of any type.
                return Optional.empty();
            }
            ValueTypes valueTypes = new ValueTypes(types);
            Optional<String> type = elements
                    ? valueTypes.expected(field, change.value().asString())
                    : valueTypes.expected(field, change.value()).map(this::withSubstitute);
            return type.or(() -> values(field)
                    .filter(values ->
                            !change.value().isContainer() && !change.value().isNull())
                    .filter(values -> !values.contains(change.value().asString()))
                    .map(values -> "one of " + String.join(", ", values) + "; Behavior.unknownEnumValue sets others"));
        }

        private String withSubstitute(String expected) {
            String substitute = protocol == Protocol.V3 ? "V3Behavior.with" : "Behavior.respond";
            return factory.equals(WITH) ? expected + ", not a text: use " + substitute + " instead" : expected;
        }

        private void requireUnknownValue(List<Field> declared) {
            if (declared.stream().noneMatch(each -> values(each).isPresent())) {
                throw wrong("this field of the response of " + path + " is not an enum: use Behavior.with");
            }
            if (declared.stream()
                    .flatMap(each -> values(each).stream())
                    .allMatch(values -> values.contains(change.value().asString()))) {
                throw wrong(
                        "the enum of the field has the value " + change.value().asString() + ": use Behavior.with");
            }
        }

        private Optional<List<String>> values(Field field) {
            return types.enumOf(field)
                    .map(values ->
                            Types.listed(values).stream().map(EnumValue::value).toList());
        }

        private IllegalArgumentException wrong(String problem) {
            return new IllegalArgumentException(factory + " sets " + change.path() + ", but " + problem);
        }

        private IllegalArgumentException wrongValue(String expected) {
            return new IllegalArgumentException(factory + " sets " + change.path() + " to " + change.value()
                    + ", but in the response of " + path + " it must be " + expected);
        }
    }
}
