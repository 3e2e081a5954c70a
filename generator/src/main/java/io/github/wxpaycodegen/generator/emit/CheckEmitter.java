package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldGroup;
import io.github.wxpaycodegen.generator.model.Format;
import io.github.wxpaycodegen.generator.model.Limits;
import io.github.wxpaycodegen.generator.name.JavaNames;
import io.github.wxpaycodegen.generator.plan.JavaField;
import io.github.wxpaycodegen.generator.plan.JavaMessage;
import io.github.wxpaycodegen.generator.plan.Runtime;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/** Emits the rules of a message, and the patterns that they need. */
final class CheckEmitter {
    /** Beyond this length, a pattern stands on a line of its own. */
    private static final int LONG_PATTERN = 50;

    /** The parameter of the method that is emitted. */
    private static final String CHECKER = "checker";

    private static final String WITHIN_LONG = "-?[0-9]{1,18}";

    private final JavaMessage message;
    private final Map<String, String> patterns = new LinkedHashMap<>();

    CheckEmitter(JavaMessage message) {
        this.message = message;
        // Nothing is checked but what a request may hold, so nothing else has limits.
        if (message.sent()) {
            message.fields().forEach(this::addPatterns);
        }
    }

    private void addPatterns(JavaField field) {
        field.spec()
                .limits()
                .pattern()
                .ifPresent(regex ->
                        addPattern(regex, JavaNames.constant(JavaNames.withoutIndex(field.wireName())) + "_PATTERN"));
        field.spec().docs().meaning().format().ifPresent(format -> format.pattern()
                .ifPresent(pattern -> addPattern(pattern.pattern(), format.name() + "_FORMAT")));
    }

    private void addPattern(String regex, String name) {
        String free = name;
        for (int i = 2; patterns.containsValue(free) && !patterns.containsKey(regex); i++) {
            free = name + i;
        }
        patterns.putIfAbsent(regex, free);
    }

    /** Returns the compiled patterns, one for each regular expression. */
    List<FieldSpec> patterns() {
        return patterns.entrySet().stream()
                .map(entry -> FieldSpec.builder(
                                Pattern.class, entry.getValue(), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer(
                                entry.getKey().length() > LONG_PATTERN ? "$T.compile(\n$>$>$S$<$<)" : "$T.compile($S)",
                                Pattern.class,
                                entry.getKey())
                        .build())
                .toList();
    }

    MethodSpec emit() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("check")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(Runtime.CHECKER, CHECKER);
        for (JavaField field : message.fields()) {
            Field spec = field.spec();
            if (field.asked()) {
                method.addStatement("checker.required($S, $L)", spec.name(), FieldCode.beside(field, CHECKER));
            }
            if (message.sent()) {
                limits(method, field);
            }
            if (spec.limits().file().maxBytes().isPresent()
                    || !spec.limits().file().mediaTypes().isEmpty()) {
                method.addStatement(file(field));
            }
            if (field.isObject()) {
                method.addStatement(
                        "checker.$L($S, $L)",
                        field.isList() ? "objects" : "object",
                        spec.name(),
                        FieldCode.beside(field, CHECKER));
            }
        }
        message.groups().forEach(group -> method.addStatement(group(group)));
        return method.build();
    }

    private void limits(MethodSpec.Builder method, JavaField field) {
        Limits limits = field.spec().limits();
        limits.minLength()
                .ifPresent(
                        limit -> method.addStatement(rule("checker", "minLength", field, CodeBlock.of("$L", limit))));
        limits.maxLength()
                .ifPresent(
                        limit -> method.addStatement(rule("checker", "maxLength", field, CodeBlock.of("$L", limit))));
        limits.pattern()
                .ifPresent(regex -> method.addStatement(
                        rule(masked(field), "pattern", field, CodeBlock.of("$L", patterns.get(regex)))));
        field.spec()
                .docs()
                .meaning()
                .format()
                .filter(format -> format.pattern().isPresent())
                .ifPresent(format -> method.addStatement(rule(masked(field), "format", field, form(format))));
        limits.minimum().ifPresent(limit -> method.addStatement(rule(masked(field), "minimum", field, number(limit))));
        limits.maximum().ifPresent(limit -> method.addStatement(rule(masked(field), "maximum", field, number(limit))));
        limits.maxItems()
                .ifPresent(limit -> method.addStatement(rule("checker", "maxItems", field, CodeBlock.of("$L", limit))));
    }

    private static CodeBlock rule(String checker, String rule, JavaField field, CodeBlock limit) {
        return CodeBlock.of(
                "$L.$L($S, $L, $L)", checker, rule, field.wireName(), FieldCode.beside(field, CHECKER), limit);
    }

    private static String masked(JavaField field) {
        return field.isMasked() ? "checker.sensitive()" : "checker";
    }

    private CodeBlock form(Format format) {
        return CodeBlock.of(
                "$L, $S", patterns.get(format.pattern().orElseThrow().pattern()), format.description());
    }

    private static CodeBlock number(BigDecimal limit) {
        String text = limit.toPlainString();
        return text.matches(WITHIN_LONG)
                ? CodeBlock.of("$LL", text)
                : CodeBlock.of("new $T($S)", BigDecimal.class, text);
    }

    private static CodeBlock file(JavaField field) {
        Field spec = field.spec();
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "checker.file($S, $L, $LL",
                        spec.name(),
                        FieldCode.beside(field, CHECKER),
                        spec.limits().file().maxBytes().orElse(Long.MAX_VALUE));
        spec.limits().file().mediaTypes().forEach(type -> code.add(", $S", type));
        return code.add(")").build();
    }

    private CodeBlock group(FieldGroup group) {
        List<JavaField> members = message.members(group);
        return CodeBlock.of(
                "checker.$L($T.of($L), $L)",
                group.kind() == FieldGroup.Kind.EXACTLY_ONE_OF ? "exactlyOneOf" : "atLeastOneOf",
                List.class,
                members.stream()
                        .map(member -> CodeBlock.of("$S", member.wireName()))
                        .collect(CodeBlock.joining(", ")),
                members.stream()
                        .map(member -> FieldCode.beside(member, CHECKER))
                        .collect(CodeBlock.joining(", ")));
    }
}
