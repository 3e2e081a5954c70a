package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import io.github.wxpaycodegen.generator.emit.MessageEmitter.Role;
import io.github.wxpaycodegen.generator.name.JavaNames;
import io.github.wxpaycodegen.generator.spec.Field;
import io.github.wxpaycodegen.generator.spec.FieldGroup;
import io.github.wxpaycodegen.generator.spec.Format;
import io.github.wxpaycodegen.generator.spec.Limits;
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

    private final List<MessageField> fields;
    private final List<FieldGroup> groups;
    private final Role role;
    private final boolean sent;
    private final Map<String, String> patterns = new LinkedHashMap<>();

    /** @param sent whether a request may hold the message; nothing else is checked, so nothing else has limits */
    CheckEmitter(List<MessageField> fields, List<FieldGroup> groups, Role role, boolean sent) {
        this.fields = fields;
        this.groups = groups;
        this.role = role;
        this.sent = sent;
        if (sent) {
            fields.forEach(this::addPatterns);
        }
    }

    private void addPatterns(MessageField field) {
        field.field()
                .limits()
                .pattern()
                .ifPresent(regex -> addPattern(
                        regex,
                        JavaNames.constant(JavaNames.withoutIndex(field.field().name())) + "_PATTERN"));
        field.field().meaning().format().ifPresent(format -> format.pattern()
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
        for (MessageField field : fields) {
            Field spec = field.field();
            if (BuilderEmitter.isAskedFor(field, role)) {
                method.addStatement("checker.required($S, $L)", spec.name(), field.beside(CHECKER));
            }
            if (sent) {
                limits(method, field);
            }
            if (spec.maxBytes().isPresent() || !spec.mediaTypes().isEmpty()) {
                method.addStatement(file(field));
            }
            if (field.isObject()) {
                method.addStatement(
                        "checker.$L($S, $L)",
                        field.isList() ? "objects" : "object",
                        spec.name(),
                        field.beside(CHECKER));
            }
        }
        groups.forEach(group -> method.addStatement(group(group)));
        return method.build();
    }

    private void limits(MethodSpec.Builder method, MessageField field) {
        Limits limits = field.field().limits();
        limits.minLength()
                .ifPresent(
                        limit -> method.addStatement(rule("checker", "minLength", field, CodeBlock.of("$L", limit))));
        limits.maxLength()
                .ifPresent(
                        limit -> method.addStatement(rule("checker", "maxLength", field, CodeBlock.of("$L", limit))));
        limits.pattern()
                .ifPresent(regex -> method.addStatement(
                        rule(masked(field), "pattern", field, CodeBlock.of("$L", patterns.get(regex)))));
        field.field()
                .meaning()
                .format()
                .filter(format -> format.pattern().isPresent())
                .ifPresent(format -> method.addStatement(rule(masked(field), "format", field, form(format))));
        limits.minimum().ifPresent(limit -> method.addStatement(rule(masked(field), "minimum", field, number(limit))));
        limits.maximum().ifPresent(limit -> method.addStatement(rule(masked(field), "maximum", field, number(limit))));
        limits.maxItems()
                .ifPresent(limit -> method.addStatement(rule("checker", "maxItems", field, CodeBlock.of("$L", limit))));
    }

    private static CodeBlock rule(String checker, String rule, MessageField field, CodeBlock limit) {
        return CodeBlock.of("$L.$L($S, $L, $L)", checker, rule, field.field().name(), field.beside(CHECKER), limit);
    }

    private static String masked(MessageField field) {
        Field spec = field.field();
        boolean secret = spec.sensitive()
                || spec.encrypted().isPresent()
                || spec.signed().isPresent();
        return secret ? "checker.sensitive()" : "checker";
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

    private static CodeBlock file(MessageField field) {
        Field spec = field.field();
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "checker.file($S, $L, $LL",
                        spec.name(),
                        field.beside(CHECKER),
                        spec.maxBytes().orElse(Long.MAX_VALUE));
        spec.mediaTypes().forEach(type -> code.add(", $S", type));
        return code.add(")").build();
    }

    private CodeBlock group(FieldGroup group) {
        List<MessageField> members = fields.stream()
                .filter(field -> group.names().contains(field.field().name()))
                .toList();
        return CodeBlock.of(
                "checker.$L($T.of($L), $L)",
                group.kind() == FieldGroup.Kind.EXACTLY_ONE_OF ? "exactlyOneOf" : "atLeastOneOf",
                List.class,
                members.stream()
                        .map(member -> CodeBlock.of("$S", member.field().name()))
                        .collect(CodeBlock.joining(", ")),
                members.stream().map(member -> member.beside(CHECKER)).collect(CodeBlock.joining(", ")));
    }
}
