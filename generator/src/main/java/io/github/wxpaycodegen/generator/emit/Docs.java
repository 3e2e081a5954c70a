package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.github.wxpaycodegen.generator.model.DocsPage;
import io.github.wxpaycodegen.generator.plan.Heading;
import java.util.List;
import java.util.Optional;

/** Escapes and formats text of specs for Javadoc. Such text is data, never markup. */
final class Docs {
    private Docs() {}

    /** Returns the text with all characters escaped that have a meaning in Javadoc or to the compiler. */
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

    /** Returns the Javadoc of a class. */
    static CodeBlock of(Heading heading, ClassName name) {
        String otherwise = heading.field()
                .map(field -> "The type of {@code " + escape(field) + "}")
                .orElse(name.simpleName());
        return of(heading.title(), heading.description(), otherwise);
    }

    /** Returns title and description as sentences. */
    static CodeBlock of(Optional<String> title, Optional<String> description, String otherwise) {
        String text = title.map(Docs::escape).orElse(otherwise);
        return paragraph(ended(text) + description(description));
    }

    /** Returns the description as a sentence with a space before it; empty if there is none. */
    static String description(Optional<String> description) {
        return description.map(d -> " " + ended(escape(d))).orElse("");
    }

    /** Returns a wire name or a value as code. */
    static String code(String text) {
        return "<code>" + escape(text) + "</code>";
    }

    /** Returns the text of Javadoc, wrapped. */
    static CodeBlock paragraph(String text) {
        return CodeBlock.of("$L", DocLines.wrap(text));
    }

    /** Returns a paragraph with a link for each page of the official documentation. */
    static CodeBlock pages(List<DocsPage> pages) {
        CodeBlock.Builder links = CodeBlock.builder();
        for (DocsPage page : pages) {
            links.add(
                    "\n<p><a href=\"$L\">Official documentation$L</a>\n",
                    page.url()
                            .replace("&", "&amp;")
                            .replace("\"", "%22")
                            .replace("<", "%3C")
                            .replace("*/", "*%2F")
                            .replace("@", "%40")
                            .replace("\\", "%5C"),
                    page.role().map(role -> " (" + role.key() + ")").orElse(""));
        }
        return links.build();
    }

    /** Returns the text with a full stop at its end. */
    static String ended(String text) {
        return text.endsWith(".") || text.endsWith("。") ? text : text + ".";
    }
}
