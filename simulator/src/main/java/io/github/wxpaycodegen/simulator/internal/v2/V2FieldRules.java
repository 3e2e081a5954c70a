package io.github.wxpaycodegen.simulator.internal.v2;

import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldEncoding;
import io.github.wxpaycodegen.generator.model.FieldGroup;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.simulator.internal.specs.Types;
import io.github.wxpaycodegen.simulator.internal.values.FieldGroupRules;
import io.github.wxpaycodegen.simulator.internal.values.JsonRules;
import io.github.wxpaycodegen.simulator.internal.values.LimitRules;
import io.github.wxpaycodegen.simulator.internal.values.PaidAmounts;
import io.github.wxpaycodegen.simulator.internal.values.TextRules;
import io.github.wxpaycodegen.simulator.internal.values.Violation;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Validates the fields of one request, or of a form in it, against its spec. Each instance is used once. */
final class V2FieldRules {
    private final Types types;
    private final PaidAmounts amounts;
    private final Map<String, String> given;
    private final V2Decryption decryption;
    private final Map<String, String> plain;
    private final List<Violation> violations = new ArrayList<>();
    private final Set<String> declared = new LinkedHashSet<>();

    /**
     * Creates the rules.
     *
     * @param given the text by name on the wire; empty text counts as absent
     */
    V2FieldRules(Types types, PaidAmounts amounts, Map<String, String> given, V2Decryption decryption) {
        this.types = types;
        this.amounts = amounts;
        this.given = given;
        this.decryption = decryption;
        this.plain = new LinkedHashMap<>(given);
    }

    /** Returns all violations. */
    List<Violation> check(ObjectShape shape) {
        checkFields(shape, IndexedNames.NONE);
        return List.copyOf(violations);
    }

    /** Returns the given fields, encrypted ones as plain text; called after {@link #check}. */
    Map<String, String> plain() {
        return Collections.unmodifiableMap(plain);
    }

    /** Returns the given fields that the spec does not declare; called after {@link #check}. */
    Set<String> undeclared() {
        Set<String> undeclared = new LinkedHashSet<>(given.keySet());
        undeclared.removeAll(declared);
        return undeclared;
    }

    private void checkFields(ObjectShape shape, IndexedNames names) {
        for (Field field : shape.fields()) {
            if (field.indexed()) {
                checkIndexed(field, names);
            } else {
                checkField(field, names.of(field.name()));
            }
        }
        for (FieldGroup group : shape.groups()) {
            FieldGroupRules.problem(group, name -> isPresent(names.of(name))).ifPresent(violations::add);
        }
    }

    private void checkIndexed(Field group, IndexedNames names) {
        ObjectShape element = types.objectOf(group).orElseThrow();
        int position = 0;
        while (isPresent(element, names.at(position))) {
            checkFields(element, names.at(position));
            position++;
        }
        LimitRules.countProblem(group, position)
                .ifPresent(problem -> violations.add(Violation.wrong(group.name(), problem)));
        if (position == 0 && group.required()) {
            violations.add(Violation.missing(group.name()));
        }
    }

    private void checkField(Field field, String name) {
        declared.add(name);
        if (isPresent(name)) {
            checkValue(field, name, given.getOrDefault(name, ""));
        } else if (field.required()) {
            violations.add(Violation.missing(name));
        }
    }

    private void checkValue(Field field, String name, String value) {
        if (V2Decryption.isEncrypted(field)) {
            checkEncrypted(field, name, value);
        } else if (field.wire().encoded().isEmpty()) {
            new TextRules(types, amounts)
                    .problem(field, value)
                    .ifPresent(what -> violations.add(Violation.wrong(name, what)));
        } else if (field.wire().encoded().get() == FieldEncoding.JSON) {
            violations.addAll(new JsonRules(types, amounts).check(field, name, value));
        } else {
            checkForm(field, name, value);
        }
    }

    private void checkEncrypted(Field field, String name, String ciphertext) {
        Optional<String> text = decryption.decrypt(ciphertext);
        if (text.isEmpty()) {
            violations.add(Violation.wrong(name, "must be encrypted with the key of risk/getpublickey"));
            return;
        }
        plain.put(name, text.get());
        new TextRules(types, amounts)
                .problem(field, text.get())
                .ifPresent(what -> violations.add(Violation.wrong(name, what)));
    }

    private void checkForm(Field field, String name, String document) {
        try {
            Map<String, String> form = readForm(document);
            new V2FieldRules(types, amounts, form, decryption)
                    .check(types.objectOf(field).orElseThrow()).stream()
                            .map(inner -> new Violation(inner.missing(), name + "." + inner.text()))
                            .forEach(violations::add);
        } catch (IllegalArgumentException e) {
            violations.add(Violation.wrong(name, "is not a URL-encoded form"));
        }
    }

    /** Parses a form that is percent-encoded as a whole: decoding once yields {@code name=value&...}. */
    private static Map<String, String> readForm(String document) {
        Map<String, String> form = new LinkedHashMap<>();
        for (String pair : URLDecoder.decode(document, StandardCharsets.UTF_8).split("&")) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("no name");
            }
            form.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return form;
    }

    private boolean isPresent(ObjectShape element, IndexedNames names) {
        return element.fields().stream()
                .anyMatch(field -> field.indexed()
                        ? isPresent(types.objectOf(field).orElseThrow(), names.at(0))
                        : isPresent(names.of(field.name())));
    }

    private boolean isPresent(String name) {
        return !given.getOrDefault(name, "").isEmpty();
    }
}
