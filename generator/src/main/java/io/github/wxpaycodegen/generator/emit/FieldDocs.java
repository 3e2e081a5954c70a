package io.github.wxpaycodegen.generator.emit;

import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.Limits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Sentences about the value of a field, each beginning with a blank: {@code " In fen. At least 1."}. */
final class FieldDocs {
    private FieldDocs() {}

    /** Returns the unit and the format. */
    static String meaning(Field field) {
        List<String> sentences = new ArrayList<>();
        field.docs().meaning().unit().ifPresent(unit -> sentences.add(unit.sentence()));
        field.docs().meaning().format().ifPresent(format -> sentences.add(capitalized(format.description()) + "."));
        return joined(sentences);
    }

    /** Returns the limits. */
    static String limits(Field field) {
        Limits limits = field.limits();
        String each = field.list() ? " each." : ".";
        List<String> sentences = new ArrayList<>();
        length(limits, sentences, each);
        limits.pattern().ifPresent(regex -> sentences.add("Matches <code>" + Docs.escape(regex) + "</code>" + each));
        range(limits, sentences, each);
        limits.maxItems().ifPresent(most -> sentences.add("At most " + counted(most, "element") + "."));
        field.limits().file().maxBytes().ifPresent(most -> sentences.add("At most " + most + " bytes."));
        if (!field.limits().file().mediaTypes().isEmpty()) {
            sentences.add("Accepts " + String.join(", ", field.limits().file().mediaTypes()) + ".");
        }
        return joined(sentences);
    }

    /** Returns the example. */
    static String example(Field field) {
        return field.docs()
                .meaning()
                .example()
                .map(example -> " Example: <code>" + Docs.escape(example) + "</code>.")
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
