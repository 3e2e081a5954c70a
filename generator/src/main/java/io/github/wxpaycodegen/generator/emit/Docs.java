package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.github.wxpaycodegen.generator.model.DocsPage;
import io.github.wxpaycodegen.generator.model.Documentation;
import io.github.wxpaycodegen.generator.model.HttpMethod;
import io.github.wxpaycodegen.generator.model.MerchantRole;
import io.github.wxpaycodegen.generator.plan.Heading;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Escapes and formats text of specs for Javadoc. Such text is data, never markup. */
final class Docs {
    /** The room for a path, with the indentation of a nested class and of code. */
    private static final int PATH = 88;

    /** The room for a link to a method and what is said of it. */
    private static final int LINKED = 84;

    /** The number of fields of a numbered group that are named. */
    private static final int MOST_NAMES = 3;

    private static final Pattern FULL_STOP = Pattern.compile("[.。]$");

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
        String first = heading.title()
                .map(title -> heading(title, codes(heading.names())))
                .orElseGet(
                        () -> (heading.names().isEmpty() ? name.simpleName() : "The type of " + codes(heading.names()))
                                + ".");
        return paragraph(first + description(heading.description()));
    }

    /** Returns the title as a sentence, with names in parentheses if there are any: {@code 商家转账 (v3/fund-app)}. */
    static String heading(String title, String names) {
        return names.isEmpty()
                ? ended(escape(title))
                : escape(FULL_STOP.matcher(title).replaceFirst("")) + " (" + names + ").";
    }

    /** Returns names as code; of many, the first few and the number of the others. */
    static String codes(List<String> names) {
        String first = names.stream().limit(MOST_NAMES).map(Docs::code).collect(Collectors.joining(", "));
        return names.size() <= MOST_NAMES ? first : first + " and " + (names.size() - MOST_NAMES) + " more";
    }

    /** Returns the description as a sentence with a space before it; empty if there is none. */
    static String description(Optional<String> description) {
        return description.map(d -> " " + ended(escape(d))).orElse("");
    }

    /**
     * Returns a wire name, a value or a path as code. Text that an inline tag cannot hold is an HTML element, where it can be
     * escaped.
     */
    static String code(String text) {
        return fitsInlineTag(text) ? "{@code " + text + "}" : "<code>" + escape(text) + "</code>";
    }

    /**
     * An inline tag has no escapes: its braces must match. It must not end the comment, and an at sign must not look like the
     * beginning of another tag, not even where a line is broken.
     */
    private static boolean fitsInlineTag(String text) {
        int open = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            open += c == '{' ? 1 : c == '}' ? -1 : 0;
            boolean tag = c == '@' && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)));
            if (open < 0 || tag || Character.isISOControl(c)) {
                return false;
            }
        }
        return open == 0 && !text.isBlank() && !text.contains("*/") && !text.contains("\\u");
    }

    /** Returns the path of a URI as code; of a path that does not fit on a line, its end. */
    static String path(String path) {
        return code(shortened(path));
    }

    /** Returns an operation as code: {@code POST v3/refund/domestic/refunds}. */
    static String operation(HttpMethod method, String uri) {
        return code(method + " " + shortened(uri));
    }

    private static String shortened(String path) {
        int start = 0;
        while (path.length() - start > PATH && path.indexOf('/', start + 1) > 0) {
            start = path.indexOf('/', start + 1);
        }
        return (start > 0 ? "…" : "") + path.substring(start);
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

    /** Returns sentences: the product, and the kinds of merchant; empty if neither is known. */
    static String audience(Documentation documentation) {
        String roles = documentation.roles().stream().map(MerchantRole::key).collect(Collectors.joining(", "));
        return documentation
                        .product()
                        .map(product -> " Product: " + ended(escape(product)))
                        .orElse("")
                + (roles.isEmpty() ? "" : " For " + roles + ".");
    }

    /** Returns a paragraph with links to the pages of the official documentation; empty if there are none. */
    static CodeBlock pages(Documentation documentation) {
        List<DocsPage> pages = documentation.pages();
        if (pages.isEmpty()) {
            return CodeBlock.of("");
        }
        String updated =
                documentation.updated().map(date -> ", updated " + date).orElse("");
        if (pages.size() == 1) {
            String role =
                    pages.get(0).role().map(only -> " (" + only.key() + ")").orElse("");
            return CodeBlock.of(
                    "\n$L\n", paragraph("<p>" + link(pages.get(0), "Official documentation") + role + updated + "."));
        }
        CodeBlock.Builder links = CodeBlock.builder().add("\n<p>Official documentation$L:\n", updated);
        for (int i = 0; i < pages.size(); i++) {
            String label = pages.get(i).role().map(MerchantRole::key).orElse("page " + (i + 1));
            links.add("$L\n", paragraph(link(pages.get(i), label) + (i + 1 < pages.size() ? "," : ".")));
        }
        return links.build();
    }

    private static String link(DocsPage page, String label) {
        return "<a href=" + reference(page) + ">" + label + "</a>";
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
