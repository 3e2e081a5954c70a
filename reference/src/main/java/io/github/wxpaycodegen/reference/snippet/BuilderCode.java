package io.github.wxpaycodegen.reference.snippet;

import com.palantir.javapoet.ClassName;
import io.github.wxpaycodegen.generator.plan.JavaEnum;
import io.github.wxpaycodegen.generator.plan.JavaField;
import io.github.wxpaycodegen.reference.sample.Sample;
import io.github.wxpaycodegen.reference.sample.Samples;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Writes the calls of a builder: {@code request.outTradeNo("A1").amount(amount -> amount.total(1))}. */
final class BuilderCode {
    private static final int WIDTH = 72;
    private static final String STEP = "        ";
    private static final ClassName DECIMAL = ClassName.get(BigDecimal.class);
    private static final ClassName TIME = ClassName.get(OffsetDateTime.class);

    private final Samples samples;
    private final JavaText text;

    BuilderCode(Samples samples, JavaText text) {
        this.samples = samples;
        this.text = text;
    }

    /** Returns the members that callers set: neither constant, nor from the configuration, nor computed. */
    static List<Sample.Member> given(List<Sample.Member> members) {
        return members.stream().filter(member -> isGiven(member.field())).toList();
    }

    private static boolean isGiven(JavaField field) {
        return field.settable()
                && field.preset().isEmpty()
                && field.spec().source().fill().isEmpty()
                && field.spec().source().digest().isEmpty();
    }

    /**
     * Returns a lambda that sets members.
     *
     * @param parameter the name of its parameter
     * @param used the names of variables that it must not hide
     * @param indent the indent of the line in which it begins
     * @param column the column in which it begins
     */
    String lambda(String parameter, List<Sample.Member> members, Set<String> used, String indent, int column) {
        Set<String> names = new TreeSet<>(used);
        String name = parameter;
        for (int i = 2; !names.add(name); i++) {
            name = parameter + i;
        }
        return name + " -> " + chain(name, members, names, indent, column + name.length() + " -> ".length());
    }

    /** Returns the calls of a builder that an expression returns: on one line if they fit, otherwise one on each. */
    String chain(String start, List<Sample.Member> members, Set<String> used, String indent, int column) {
        List<Sample.Member> given = given(members);
        if (given.isEmpty()) {
            return "{}";
        }
        StringBuilder line = new StringBuilder(start);
        given.forEach(member -> line.append(call(member, used, indent, column + line.length())));
        if (line.indexOf("\n") < 0 && column + line.length() <= WIDTH && given.size() <= 3) {
            return line.toString();
        }
        String inner = indent + STEP;
        List<String> calls = new ArrayList<>();
        given.forEach(member -> calls.add(call(member, used, inner, inner.length())));
        return start + "\n" + inner + String.join("\n" + inner, calls);
    }

    private String call(Sample.Member member, Set<String> used, String indent, int column) {
        JavaField field = member.field();
        String method = "." + (field.isList() ? field.adderName() : field.name()) + "(";
        String argument = member.value() instanceof Sample.Composite object
                ? lambda(field.name(), object.members(), used, indent, column + method.length())
                : scalar(field, ((Sample.Scalar) member.value()).text());
        return method + argument + ")";
    }

    private String scalar(JavaField field, String value) {
        return switch (field.kind()) {
            case STRING -> JavaText.literal(value);
            case INTEGER -> integer(value, field.isList());
            case NUMBER -> "new " + text.type(DECIMAL) + "(" + JavaText.literal(value) + ")";
            case BOOLEAN -> value;
            case DATE_TIME -> text.type(TIME) + ".parse(" + JavaText.literal(value) + ")";
            case FILE -> "file";
            case STRING_ENUM, INTEGER_ENUM -> constant(field, value);
            case OBJECT -> throw new IllegalArgumentException(field.wireName() + " is an object");
        };
    }

    private static String integer(String value, boolean boxed) {
        boolean large = new BigDecimal(value).abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0;
        return boxed || large ? value + "L" : value;
    }

    private String constant(JavaField field, String value) {
        Optional<JavaEnum> known = samples.enumOf(field.element());
        String name = known.flatMap(values -> values.constants().stream()
                        .filter(constant -> constant.spec().value().equals(value))
                        .findFirst()
                        .map(JavaEnum.Constant::name))
                .orElse(value);
        return text.type(field.element()) + "." + name;
    }
}
