package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.github.wxpaycodegen.generator.model.DocsPage;
import io.github.wxpaycodegen.generator.plan.Heading;
import java.util.List;
import java.util.Optional;

/** Escapes and formats text of specs for Javadoc. Such text is data, never markup. */
final class Docs {
    /** The room for a path, with the indentation of a nested class and of code. */
    private static final int PATH = 88;

    /** The room for a link to a method and what is said of it. */
    private static final int LINKED = 84;

    private Docs() {}

    /**
     * Returns the text with all characters escaped that have a meaning in Javadoc or to the compiler. A brace has none without
     * an {@code @}, so paths stay readable.
     */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&', '<', '>', '@', '*', '\\' ->
                    escaped.append("&#").append(c).append(';');
                default -> escaped.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
            }
        });
        return escaped.toString();
    }

    /** Returns the Javadoc of a class. */
    static CodeBlock of(Heading heading, ClassName name) {
        String otherwise =
                heading.field().map(field -> "The type of " + code(field)).orElse(name.simpleName());
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

    /** Returns a value as code. In an inline tag an ampersand is one character, which keeps a long URL on its line. */
    static String value(String text) {
        boolean plain = text.chars().noneMatch(c -> "{}@*\\".indexOf(c) >= 0 || Character.isISOControl(c));
        return plain && text.contains("&") ? "{@code " + text + "}" : code(text);
    }

    /** Returns the path of a URI as code; of a path that does not fit on a line, its end. */
    static String path(String path) {
        int start = 0;
        while (path.length() - start > PATH && path.indexOf('/', start + 1) > 0) {
            start = path.indexOf('/', start + 1);
        }
        return code((start > 0 ? "…" : "") + path.substring(start));
    }

    /** Returns the Javadoc of a method that differs from another one only as said: configured by a lambda, for instance. */
    static CodeBlock sameAs(String method, ClassName parameter, String difference) {
        int width = method.length() + parameter.simpleName().length() + difference.length();
        return CodeBlock.of(
                "Same as {@link #$L($T)},$L$L\n", method, parameter, width > LINKED ? "\n" : " ", difference);
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
                    "\n$L\n",
                    paragraph("<p><a href=" + reference(page) + ">Official documentation"
                            + page.role().map(role -> " (" + role.key() + ")").orElse("") + "</a>"));
        }
        return links.build();
    }

    /** A long one has blanks on both sides, where HTML allows a new line. */
    private static String reference(DocsPage page) {
        String quoted = '"' + url(page) + '"';
        return page.url().length() > PATH ? " " + quoted + " " : quoted;
    }

    private static String url(DocsPage page) {
        return page.url()
                .replace("&", "&amp;")
                .replace("\"", "%22")
                .replace("<", "%3C")
                .replace("*/", "*%2F")
                .replace("@", "%40")
                .replace("\\", "%5C");
    }

    /** Returns the text with a full stop at its end. */
    static String ended(String text) {
        return text.endsWith(".") || text.endsWith("。") ? text : text + ".";
    }
}
