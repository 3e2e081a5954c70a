package io.github.wxpaycodegen.simulator.internal.values;

import io.github.wxpaycodegen.generator.model.ConstantValue;
import io.github.wxpaycodegen.generator.model.EnumShape;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldGroup;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.simulator.internal.specs.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** Rules for a JSON document in the text of a field. */
public final class JsonRules {
    private final Types types;
    private final TextRules textRules;

    /** Creates rules for requests of one operation. */
    public JsonRules(Types types, PaidAmounts amounts) {
        this.types = types;
        this.textRules = new TextRules(types, amounts);
    }

    /** Returns all violations of a document. */
    public List<Violation> check(Field field, String name, String document) {
        List<Violation> violations = new ArrayList<>();
        try {
            checkValue(field, name, JsonText.read(document), violations);
        } catch (JacksonException e) {
            violations.add(Violation.wrong(name, "is not JSON"));
        }
        return violations;
    }

    private void checkValue(Field field, String path, JsonNode value, List<Violation> violations) {
        if (!field.list()) {
            checkElement(field, path, value, violations);
        } else if (!value.isArray()) {
            violations.add(Violation.wrong(path, "is not an array"));
        } else {
            LimitRules.countProblem(field, value.size())
                    .ifPresent(problem -> violations.add(Violation.wrong(path, problem)));
            for (int i = 0; i < value.size(); i++) {
                checkElement(field, path + "[" + i + "]", value.required(i), violations);
            }
        }
    }

    /** Checks a member, which may contain another document as text. */
    private void checkMember(Field field, String path, JsonNode value, List<Violation> violations) {
        if (field.wire().encoded().isEmpty()) {
            checkValue(field, path, value, violations);
        } else if (value.isString()) {
            violations.addAll(check(field, path, value.asString()));
        } else {
            violations.add(Violation.wrong(path, "is not a string with a document"));
        }
    }

    private void checkElement(Field field, String path, JsonNode value, List<Violation> violations) {
        Optional<ObjectShape> shape = types.objectOf(field);
        if (shape.isEmpty()) {
            scalarProblem(field, value).ifPresent(problem -> violations.add(Violation.wrong(path, problem)));
        } else if (!value.isObject()) {
            violations.add(Violation.wrong(path, "is not an object"));
        } else {
            checkFields(shape.get(), path, value, violations);
        }
    }

    private void checkFields(ObjectShape shape, String path, JsonNode object, List<Violation> violations) {
        for (Field field : shape.fields()) {
            String fieldPath = path + "." + field.name();
            if (isPresent(object, field.name())) {
                checkMember(field, fieldPath, object.required(field.name()), violations);
            } else if (field.required()) {
                violations.add(Violation.missing(fieldPath));
            }
        }
        for (FieldGroup group : shape.groups()) {
            FieldGroupRules.problem(group, name -> isPresent(object, name)).ifPresent(violations::add);
        }
    }

    /** Returns the error of a value that should not be an object; empty if it is valid. */
    public Optional<String> scalarProblem(Field field, JsonNode value) {
        boolean rightKind =
                switch (kind(field)) {
                    case INTEGER -> value.isIntegralNumber();
                    case NUMBER -> value.isNumber();
                    case BOOLEAN -> field.wire().spelling().isPresent() ? value.isString() : value.isBoolean();
                    case STRING, DATE_TIME, FILE -> value.isString();
                };
        return rightKind ? textRules.problem(field, value.asString()) : Optional.of("is of another type");
    }

    private FieldType.Scalar kind(Field field) {
        boolean integers = types.enumOf(field).filter(EnumShape::integers).isPresent()
                || field.source()
                        .constant()
                        .filter(ConstantValue.Integer.class::isInstance)
                        .isPresent();
        if (integers) {
            return FieldType.Scalar.INTEGER;
        }
        return field.type() instanceof FieldType.Scalar scalar ? scalar : FieldType.Scalar.STRING;
    }

    private static boolean isPresent(JsonNode object, String name) {
        JsonNode value = object.get(name);
        return value != null
                && !value.isNull()
                && !(value.isString() && value.asString().isEmpty());
    }
}
