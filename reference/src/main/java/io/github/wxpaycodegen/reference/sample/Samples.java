package io.github.wxpaycodegen.reference.sample;

import com.palantir.javapoet.ClassName;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldGroup;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.plan.JavaClient;
import io.github.wxpaycodegen.generator.plan.JavaEnum;
import io.github.wxpaycodegen.generator.plan.JavaField;
import io.github.wxpaycodegen.generator.plan.JavaMessage;
import io.github.wxpaycodegen.generator.plan.JavaOperation;
import io.github.wxpaycodegen.generator.plan.JavaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the smallest requests that the specs accept, from the examples of the specs where they have some. */
public final class Samples {
    private final Map<ClassName, JavaMessage> messages = new HashMap<>();
    private final Map<ClassName, JavaEnum> enums = new HashMap<>();

    /** Creates samples of the messages of a client. */
    public Samples(JavaClient client) {
        client.types().forEach(this::add);
    }

    private void add(JavaType type) {
        if (type instanceof JavaMessage message) {
            messages.put(message.name(), message);
            message.nested().forEach(this::add);
        } else if (type instanceof JavaEnum values) {
            enums.put(values.name(), values);
        }
    }

    /** Returns the smallest request of an operation. */
    public SampleRequest request(JavaOperation operation) {
        Map<String, String> segments = new LinkedHashMap<>();
        for (Field field : operation.spec().request().path()) {
            segments.put(field.name(), SampleText.of(field, enumValue(field)));
        }
        return new SampleRequest(
                segments, operation.hasRequestOfItsOwn() ? members(message(operation.request())) : List.of());
    }

    /** Returns the constants of an enum; empty for an enum of the runtime. */
    public Optional<JavaEnum> enumOf(ClassName name) {
        return Optional.ofNullable(enums.get(name));
    }

    /** Returns the fields of a message that callers set, in its order. */
    public List<Sample.Member> replyMembers(ClassName reply) {
        return members(message(reply));
    }

    private JavaMessage message(ClassName name) {
        return Objects.requireNonNull(messages.get(name), () -> "there is no message " + name);
    }

    private List<Sample.Member> members(JavaMessage message) {
        return members(message, chosen(message));
    }

    /** Returns the fields of an object in a list or a message: one that requires nothing shows what has an example. */
    private List<Sample.Member> elementMembers(JavaMessage message) {
        Set<String> chosen = chosen(message);
        return members(message, chosen.isEmpty() ? withExample(message) : chosen);
    }

    private static Set<String> withExample(JavaMessage message) {
        return message.fields().stream()
                .filter(field -> field.spec().docs().deprecated().isEmpty())
                .filter(field -> field.spec().docs().meaning().example().isPresent())
                .map(JavaField::wireName)
                .collect(Collectors.toSet());
    }

    private List<Sample.Member> members(JavaMessage message, Set<String> chosen) {
        List<Sample.Member> members = new ArrayList<>();
        for (JavaField field : message.fields()) {
            if (chosen.contains(field.wireName())) {
                members.add(new Sample.Member(field, value(field)));
            }
        }
        return members;
    }

    private static Set<String> chosen(JavaMessage message) {
        Set<String> chosen = new HashSet<>();
        for (JavaField field : message.fields()) {
            if (field.spec().required() || field.preset().isPresent()) {
                chosen.add(field.wireName());
            }
        }
        for (FieldGroup group : message.groups()) {
            // The specs name the usual member first, and the other examples of the message go with it.
            List<JavaField> members = message.members(group).stream()
                    .sorted(Comparator.comparingInt(field -> group.names().indexOf(field.wireName())))
                    .toList();
            if (members.stream().noneMatch(field -> chosen.contains(field.wireName()))) {
                members.stream()
                        .filter(field -> field.spec().docs().deprecated().isEmpty())
                        .findFirst()
                        .or(() -> members.stream().findFirst())
                        .ifPresent(field -> chosen.add(field.wireName()));
            }
        }
        return chosen;
    }

    private Sample value(JavaField field) {
        if (field.isObject()) {
            return new Sample.Composite(elementMembers(message(field.element())));
        }
        if (field.preset().isPresent()) {
            return new Sample.Scalar(field.preset().get().text());
        }
        Optional<String> first = enumOf(field.element()).flatMap(Samples::first).or(() -> field.values().stream()
                .findFirst());
        return new Sample.Scalar(SampleText.of(field.spec(), first));
    }

    private static Optional<String> first(JavaEnum values) {
        return values.constants().stream()
                .map(JavaEnum.Constant::spec)
                .filter(value -> value.deprecated().isEmpty())
                .findFirst()
                .or(() ->
                        values.constants().stream().map(JavaEnum.Constant::spec).findFirst())
                .map(value -> value.value());
    }

    private static Optional<String> enumValue(Field field) {
        return field.type() instanceof FieldType.InlineEnum inline
                ? inline.shape().values().stream().findFirst().map(value -> value.value())
                : Optional.empty();
    }
}
