package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.Optional;

/** Text of specs within Javadoc: data, never markup. */
final class Docs {
    private Docs() {}

    /** The text with everything escaped that Javadoc or the compiler would take for its own. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&', '<', '>', '@', '{', '}', '*', '\\' ->
                    escaped.append("&#").append(c).append(';');
                default -> escaped.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
            }
        });
        return escaped.toString();
    }

    /** A sentence of title and description. */
    static CodeBlock of(Optional<String> title, Optional<String> description, String otherwise) {
        String text = title.map(Docs::escape).orElse(otherwise);
        return CodeBlock.of(
                "$L", ended(text) + description.map(d -> " " + ended(escape(d))).orElse(""));
    }

    private static String ended(String text) {
        return text.endsWith(".") || text.endsWith("。") ? text : text + ".";
    }
}
