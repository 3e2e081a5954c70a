package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.CodeBlock;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.Limits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Builds the Javadoc of fields: {@code 总金额 (total_fee). In fen. At least 1. Null if absent.} */
final class FieldDocs {
    private static final Pattern FULL_STOP = Pattern.compile("[.。]$");

    private FieldDocs() {}

    /** Returns the Javadoc of an accessor. */
    static CodeBlock accessor(Field field) {
        return Docs.paragraph(title(field) + value(field) + " Null if absent.");
    }

    /**
     * Returns the Javadoc of a setter.
     *
     * @param need a sentence: whether the field is required
     */
    static CodeBlock setter(Field field, String need) {
        return Docs.paragraph(title(field) + " " + need + value(field));
    }

    /** Returns the title, the wire name, which a text search finds, and the description. */
    private static String title(Field field) {
        String name = Docs.code(field.name());
        String heading = field.docs()
                .title()
                .map(title -> Docs.escape(FULL_STOP.matcher(title).replaceFirst("")) + " (" + name + ").")
                .orElse(name + ".");
        return heading + Docs.description(field.docs().description());
    }

    private static String value(Field field) {
        return meaning(field) + limits(field) + example(field);
    }

    /** Returns the unit and the format. */
    private static String meaning(Field field) {
        List<String> sentences = new ArrayList<>();
        field.docs().meaning().unit().ifPresent(unit -> sentences.add(unit.sentence()));
        field.docs().meaning().format().ifPresent(format -> sentences.add(capitalized(format.description()) + "."));
        return joined(sentences);
    }

    /** Returns the limits. */
    private static String limits(Field field) {
        Limits limits = field.limits();
        String each = field.list() ? " each." : ".";
        List<String> sentences = new ArrayList<>();
        length(limits, sentences, each);
        limits.pattern().ifPresent(regex -> sentences.add("Matches " + Docs.code(regex) + each));
        range(limits, sentences, each);
        limits.maxItems().ifPresent(most -> sentences.add("At most " + counted(most, "element") + "."));
        field.limits().file().maxBytes().ifPresent(most -> sentences.add("At most " + most + " bytes."));
        if (!field.limits().file().mediaTypes().isEmpty()) {
            sentences.add("Accepts " + String.join(", ", field.limits().file().mediaTypes()) + ".");
        }
        return joined(sentences);
    }

    /** Returns the example. */
    private static String example(Field field) {
        return field.docs()
                .meaning()
                .example()
                .map(example -> " Example: " + Docs.value(example) + ".")
                .orElse("");
    }

    private static void length(Limits limits, List<String> sentences, String each) {
        OptionalInt least = limits.minLength();
        OptionalInt most = limits.maxLength();
        if (least.isPresent() && least.equals(most)) {
            sentences.add(counted(most.getAsInt(), "character") + each);
        } else if (least.isPresent() && most.isPresent()) {
            sentences.add(least.getAsInt() + " to " + counted(most.getAsInt(), "character") + each);
        } else if (least.isPresent()) {
            sentences.add("At least " + counted(least.getAsInt(), "character") + each);
        } else if (most.isPresent()) {
            sentences.add("At most " + counted(most.getAsInt(), "character") + each);
        }
    }

    private static void range(Limits limits, List<String> sentences, String each) {
        String least = limits.minimum().map(BigDecimal::toPlainString).orElse("");
        String most = limits.maximum().map(BigDecimal::toPlainString).orElse("");
        if (!least.isEmpty() && !most.isEmpty()) {
            sentences.add("From " + least + " to " + most + each);
        } else if (!least.isEmpty()) {
            sentences.add("At least " + least + each);
        } else if (!most.isEmpty()) {
            sentences.add("At most " + most + each);
        }
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String capitalized(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String joined(List<String> sentences) {
        return sentences.stream().map(sentence -> " " + sentence).collect(Collectors.joining());
    }
}
