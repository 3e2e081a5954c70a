package io.github.wxpaycodegen.simulator.internal.v3;

import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldEncoding;
import io.github.wxpaycodegen.generator.model.FieldGroup;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.simulator.internal.specs.Types;
import io.github.wxpaycodegen.simulator.internal.values.FieldGroupRules;
import io.github.wxpaycodegen.simulator.internal.values.Flattened;
import io.github.wxpaycodegen.simulator.internal.values.JsonNode;
import io.github.wxpaycodegen.simulator.internal.values.JsonRules;
import io.github.wxpaycodegen.simulator.internal.values.LimitRules;
import io.github.wxpaycodegen.simulator.internal.values.PaidAmounts;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Validates a JSON body, or the {@code meta} part of an upload, against its spec, and decrypts it. */
final class V3BodyRules {
    private final Types types;
    private final JsonRules jsonRules;
    private final V3TextRules textRules;
    private final V3ValidationResult result;

    V3BodyRules(Types types, PaidAmounts amounts, V3TextRules textRules, V3ValidationResult result) {
        this.types = types;
        this.jsonRules = new JsonRules(types, amounts);
        this.textRules = textRules;
        this.result = result;
    }

    /**
     * Validates the members of an object.
     *
     * @param path the path of the object; empty for the body itself
     */
    void check(ObjectShape shape, String path, JsonNode object) {
        for (Field field : shape.fields()) {
            JsonNode value = object.get(field.name());
            String fieldPath = Flattened.member(path, field.name());
            if (value != null) {
                checkValue(field, fieldPath, value);
            } else if (field.required()) {
                result.add(V3Violation.missing("body", fieldPath));
            }
        }
        for (FieldGroup group : shape.groups()) {
            FieldGroupRules.problem(group, object::has)
                    .ifPresent(problem -> result.add(V3Violation.ofGroup(
                            "body", Flattened.member(path, group.names().get(0)), problem.text())));
        }
        addUndeclared(shape, path, object);
    }

    private void addUndeclared(ObjectShape shape, String path, JsonNode object) {
        Set<String> declared = shape.fields().stream().map(Field::name).collect(Collectors.toSet());
        object.properties().stream()
                .filter(member -> !declared.contains(member.getKey()))
                .forEach(member -> addUndeclared(Flattened.member(path, member.getKey()), member.getValue()));
    }

    private void addUndeclared(String path, JsonNode value) {
        result.undeclaredInBody().add(path);
        Flattened.of(path, value).forEach(result.fields()::put);
        if (value.isNull()) {
            violation(path, value, "is null");
        }
    }

    private void checkValue(Field field, String path, JsonNode value) {
        if (!field.list() || field.wire().encoded().isPresent()) {
            checkElement(field, path, value);
        } else if (!value.isArray()) {
            violation(path, value, "is not an array");
        } else if (value.isEmpty()) {
            result.fields().put(path, "[]");
        } else {
            LimitRules.countProblem(field, value.size()).ifPresent(problem -> violation(path, value, problem));
            for (int i = 0; i < value.size(); i++) {
                checkElement(field, Flattened.element(path, i), value.required(i));
            }
        }
    }

    private void checkElement(Field field, String path, JsonNode value) {
        Optional<ObjectShape> shape = field.wire().encoded().isPresent() ? Optional.empty() : types.objectOf(field);
        if (value.isNull()) {
            violation(path, value, "is null");
        } else if (shape.isEmpty()) {
            checkScalar(field, path, value);
        } else if (!value.isObject()) {
            violation(path, value, "is not an object");
        } else if (value.isEmpty()) {
            result.fields().put(path, "{}");
            check(shape.get(), path, value);
        } else {
            check(shape.get(), path, value);
        }
    }

    private void checkScalar(Field field, String path, JsonNode value) {
        if (value.isContainer()) {
            violation(path, value, "is of another type");
            return;
        }
        String text = value.asString();
        result.fields().put(path, textRules.plaintext(field, text).orElse(text));
        if (textRules.isForeign(field, path, text)) {
            result.addForeign(textRules.callerIdName(), "body", path, text);
        }
        problem(field, path, value).ifPresent(problem -> violation(path, value, problem));
    }

    private Optional<String> problem(Field field, String path, JsonNode value) {
        if (field.wire().encoded().isPresent()) {
            return documentProblem(field, path, value);
        }
        if (V3TextRules.isEncrypted(field) && !value.isString()) {
            return Optional.of("is of another type");
        }
        if (value.isString()) {
            // Before the type, so that the error for an empty text is that it is empty, not that it is not a number.
            Optional<String> problem = textRules.problem(field, value.asString());
            boolean done = problem.isPresent()
                    || V3TextRules.isEncrypted(field)
                    || value.asString().isEmpty();
            return done ? problem : jsonRules.scalarProblem(field, value);
        }
        return jsonRules.scalarProblem(field, value);
    }

    private Optional<String> documentProblem(Field field, String path, JsonNode value) {
        if (!value.isString()) {
            return Optional.of("is of another type");
        }
        return V3TextRules.characterProblem(field, value.asString()).or(() -> field.wire()
                .encoded()
                .filter(FieldEncoding.JSON::equals)
                .flatMap(encoding -> jsonRules.check(field, path, value.asString()).stream()
                        .findFirst()
                        .map(problem -> "contains a document in which " + problem.text())));
    }

    private void violation(String path, JsonNode value, String problem) {
        result.add(new V3Violation("body", path, value.isContainer() ? "" : value.asString(), problem));
    }
}
