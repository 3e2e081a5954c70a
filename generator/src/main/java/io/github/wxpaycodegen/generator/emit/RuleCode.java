package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldGroup;
import io.github.wxpaycodegen.generator.model.Limits;
import io.github.wxpaycodegen.generator.name.JavaNames;
import io.github.wxpaycodegen.generator.plan.JavaField;
import io.github.wxpaycodegen.generator.plan.JavaMessage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/**
 * Builds the expressions for the rules of a message, and the patterns that they use. Only messages that are sent have
 * rules.
 */
final class RuleCode {
    /** A longer pattern stands on its own line. */
    private static final int LONG_PATTERN = 50;

    private static final String WITHIN_LONG = "-?[0-9]{1,18}";

    private final JavaMessage message;
    private final Map<String, String> patterns = new LinkedHashMap<>();

    RuleCode(JavaMessage message) {
        this.message = message;
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

    /** Returns the constants for the compiled patterns, one for each regular expression. */
    List<FieldSpec> patterns() {
        return patterns.entrySet().stream()
                .map(entry -> FieldSpec.builder(
                                Pattern.class, entry.getValue(), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer(
                                entry.getKey().length() > LONG_PATTERN ? "$T.compile(\n$>$>$L$<$<)" : "$T.compile($L)",
                                Pattern.class,
                                Literal.pattern(entry.getKey()))
                        .build())
                .toList();
    }

    /**
     * Returns the calls that declare the rules of a field, for instance {@code required()} and {@code maxLength(32)}.
     */
    List<CodeBlock> of(JavaField field) {
        List<CodeBlock> rules = new ArrayList<>();
        if (!message.sent()) {
            return rules;
        }
        if (field.asked()) {
            rules.add(CodeBlock.of("required()"));
        }
        rules.addAll(ofValue(field.spec(), regex -> CodeBlock.of("$L", patterns.get(regex))));
        Limits limits = field.spec().limits();
        limits.maxItems().ifPresent(limit -> rules.add(CodeBlock.of("maxItems($L)", limit)));
        limits.file().maxBytes().ifPresent(limit -> rules.add(CodeBlock.of("maxBytes($LL)", limit)));
        if (!limits.file().mediaTypes().isEmpty()) {
            rules.add(Layout.call(
                    CodeBlock.of("mediaTypes"),
                    limits.file().mediaTypes().stream()
                            .map(type -> CodeBlock.of("$S", type))
                            .toList()));
        }
        return rules;
    }

    /**
     * Returns the calls that declare the rules of a single value: its length, its form and its size as a number.
     *
     * @param compiled returns the expression of the compiled pattern for a regular expression
     */
    static List<CodeBlock> ofValue(Field field, Function<String, CodeBlock> compiled) {
        List<CodeBlock> rules = new ArrayList<>();
        Limits limits = field.limits();
        limits.minLength().ifPresent(limit -> rules.add(CodeBlock.of("minLength($L)", limit)));
        limits.maxLength().ifPresent(limit -> rules.add(CodeBlock.of("maxLength($L)", limit)));
        limits.pattern().ifPresent(regex -> rules.add(CodeBlock.of("pattern($L)", compiled.apply(regex))));
        field.docs().meaning().format().ifPresent(format -> format.pattern()
                .ifPresent(pattern -> rules.add(
                        CodeBlock.of("format($L, $S)", compiled.apply(pattern.pattern()), format.description()))));
        limits.minimum().ifPresent(limit -> rules.add(CodeBlock.of("minimum($L)", number(limit))));
        limits.maximum().ifPresent(limit -> rules.add(CodeBlock.of("maximum($L)", number(limit))));
        return rules;
    }

    private static CodeBlock number(BigDecimal limit) {
        String text = limit.toPlainString();
        return text.matches(WITHIN_LONG)
                ? CodeBlock.of("$LL", text)
                : CodeBlock.of("new $T($S)", BigDecimal.class, text);
    }

    /** Returns the statements that declare the rules of groups of fields. */
    List<CodeBlock> groups() {
        return message.sent() ? message.groups().stream().map(this::group).toList() : List.of();
    }

    private CodeBlock group(FieldGroup group) {
        List<JavaField> members = message.members(group);
        CodeBlock values = members.stream()
                .map(member -> FieldCode.beside(member, FieldCode.OUT))
                .collect(CodeBlock.joining(", "));
        CodeBlock names = CodeBlock.of(
                "$T.of($L)",
                List.class,
                texts(members.stream().map(JavaField::wireName).toList()));
        String rule = group.kind() == FieldGroup.Kind.EXACTLY_ONE_OF ? "exactlyOneOf" : "atLeastOneOf";
        return Layout.call(CodeBlock.of("$N.$L", FieldCode.OUT, rule), List.of(names, values));
    }

    private static CodeBlock texts(List<String> texts) {
        return texts.stream().map(text -> CodeBlock.of("$S", text)).collect(CodeBlock.joining(", "));
    }
}
