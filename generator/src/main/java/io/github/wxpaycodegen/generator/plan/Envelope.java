package io.github.wxpaycodegen.generator.plan;

import com.palantir.javapoet.ClassName;
import io.github.wxpaycodegen.generator.model.EnumValue;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.SharedType.TypeShape;
import io.github.wxpaycodegen.generator.model.WireForm;
import io.github.wxpaycodegen.generator.name.JavaNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The fields in which v2 messages report a result. The runtime declares them once, with their enums, in {@link
 * Runtime#V2_RESULT}.
 *
 * <p>The declaration of {@code return_code} decides, and not that of all five: specs omit some of them, and a message that gains
 * one must not lose another.
 */
final class Envelope {
    private static final String RETURN_CODE = "return_code";

    private static final Map<String, ClassName> TYPES =
            Map.of("v2/ReturnCode", Runtime.RETURN_CODE, "v2/ResultCode", Runtime.RESULT_CODE);

    private static final Set<String> VALUES = Set.of("SUCCESS", "FAIL");

    static final ClassName TEXT = ClassName.get(String.class);

    static final Map<String, ClassName> FIELDS = Map.of(
            RETURN_CODE,
            Runtime.RETURN_CODE,
            "return_msg",
            TEXT,
            "result_code",
            Runtime.RESULT_CODE,
            "err_code",
            TEXT,
            "err_code_des",
            TEXT);

    private static final Set<String> ACCESSORS =
            FIELDS.keySet().stream().map(JavaNames::member).collect(Collectors.toUnmodifiableSet());

    private Envelope() {}

    /** Returns the enum of the runtime that a shared type is; empty if the type is generated. */
    static Optional<ClassName> type(SharedType type) {
        return Optional.ofNullable(TYPES.get(type.id())).filter(name -> hasValues(type));
    }

    private static boolean hasValues(SharedType type) {
        return type.shape() instanceof TypeShape.OfEnum e
                && !e.shape().integers()
                && e.shape().values().stream().allMatch(Envelope::isPlain)
                && e.shape().values().stream()
                        .map(EnumValue::value)
                        .collect(Collectors.toSet())
                        .equals(VALUES);
    }

    private static boolean isPlain(EnumValue value) {
        return value.javaName().isEmpty() && value.deprecated().isEmpty();
    }

    /**
     * Returns whether a received message with these fields inherits those of the runtime: it has a {@code return_code}, and no
     * field that differs from the one of the runtime with its name.
     */
    static boolean fits(List<JavaField> fields) {
        return fields.stream().anyMatch(field -> field.wireName().equals(RETURN_CODE))
                && fields.stream()
                        .allMatch(field -> declares(field) ? isSame(field) : !ACCESSORS.contains(field.name()));
    }

    /** Returns the fields that the runtime does not declare. */
    static List<JavaField> without(List<JavaField> fields) {
        return fields.stream().filter(field -> !declares(field)).toList();
    }

    private static boolean declares(JavaField field) {
        return FIELDS.containsKey(field.wireName());
    }

    private static boolean isSame(JavaField field) {
        WireForm wire = field.spec().wire();
        return field.element().equals(FIELDS.get(field.wireName()))
                && field.name().equals(JavaNames.member(field.wireName()))
                && !field.isList()
                && wire.encoded().isEmpty()
                && !field.isMasked()
                && field.spec().docs().deprecated().isEmpty();
    }
}
