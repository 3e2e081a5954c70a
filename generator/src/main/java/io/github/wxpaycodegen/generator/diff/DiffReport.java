package io.github.wxpaycodegen.generator.diff;

import io.github.wxpaycodegen.generator.json.JsonText;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes a comparison. A text with several impacts is one entry that names all of them. */
final class DiffReport {
    private static final Map<Impact, String> HEADINGS = new EnumMap<>(Map.of(
            Impact.WIRE, "Breaking on the wire",
            Impact.BINARY, "Breaking for compiled code",
            Impact.SOURCE, "Breaking for source code",
            Impact.ADDITIVE, "Added",
            Impact.DOCUMENTATION, "Documentation"));

    private final SpecDiff diff;

    DiffReport(SpecDiff diff) {
        this.diff = diff;
    }

    String text() {
        StringBuilder out = new StringBuilder();
        entries().forEach((subject, entries) -> {
            out.append(subject)
                    .append(title(subject).map(title -> " (" + title + ")").orElse(""))
                    .append('\n');
            entries.forEach((text, impacts) -> out.append("  ")
                    .append(labels(impacts))
                    .append(": ")
                    .append(text)
                    .append('\n'));
        });
        return out.append(summary()).append('\n').toString();
    }

    String markdown() {
        StringBuilder out = new StringBuilder();
        HEADINGS.forEach((impact, heading) -> {
            StringBuilder section = new StringBuilder();
            entries()
                    .forEach((subject, entries) -> entries.forEach((text, impacts) -> {
                        // An entry is listed once, under its gravest impact.
                        if (impacts.iterator().next() == impact) {
                            section.append("- `")
                                    .append(subject)
                                    .append('`')
                                    .append(title(subject)
                                            .map(title -> " (" + markdown(title) + ")")
                                            .orElse(""))
                                    .append(": ")
                                    .append(text)
                                    .append(".\n");
                        }
                    }));
            if (!section.isEmpty()) {
                out.append("### ")
                        .append(heading)
                        .append("\n\n")
                        .append(section)
                        .append('\n');
            }
        });
        return out.isEmpty() ? "No changes.\n" : out.substring(0, out.length() - 1);
    }

    String json() {
        List<Map<String, Object>> subjects = entries().entrySet().stream()
                .map(subject -> {
                    Map<String, Object> object = new LinkedHashMap<>();
                    object.put("subject", subject.getKey());
                    title(subject.getKey()).ifPresent(title -> object.put("title", title));
                    object.put(
                            "changes",
                            subject.getValue().entrySet().stream()
                                    .map(entry -> Map.of(
                                            "text",
                                            entry.getKey(),
                                            "impacts",
                                            entry.getValue().stream()
                                                    .map(Impact::label)
                                                    .toList()))
                                    .map(TreeMap::new)
                                    .toList());
                    return object;
                })
                .toList();
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("impacts", diff.impacts().stream().map(Impact::label).toList());
        root.put("subjects", subjects);
        return JsonText.of(root);
    }

    String html() {
        StringBuilder out = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <title>Changes of specs</title>
                <style>
                body { font-family: sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; }
                .impact { font-size: 80%; border: 1px solid; border-radius: 3px; padding: 0 .3em; margin-right: .3em; }
                .wire, .binary, .source { color: #a00; }
                .additive { color: #060; }
                .documentation { color: #555; }
                </style>
                </head>
                <body>
                <h1>Changes of specs</h1>
                """);
        out.append("<p>").append(escaped(summary())).append("</p>\n");
        entries().forEach((subject, entries) -> {
            out.append("<h2><code>").append(escaped(subject)).append("</code>");
            title(subject).ifPresent(title -> out.append(' ').append(escaped(title)));
            out.append("</h2>\n<ul>\n");
            entries.forEach((text, impacts) -> {
                out.append("<li>");
                impacts.forEach(impact -> out.append("<span class=\"impact ")
                        .append(impact.label())
                        .append("\">")
                        .append(impact.label())
                        .append("</span>"));
                out.append(' ').append(escaped(text)).append("</li>\n");
            });
            out.append("</ul>\n");
        });
        return out.append("</body>\n</html>\n").toString();
    }

    /** Returns the number of texts of each impact, in one line. */
    private String summary() {
        Map<Impact, Long> counts = diff.changes().stream()
                .collect(Collectors.groupingBy(
                        Change::impact, () -> new EnumMap<>(Impact.class), Collectors.counting()));
        return counts.isEmpty()
                ? "no changes"
                : counts.entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey().label())
                        .collect(Collectors.joining(", "));
    }

    private Map<String, Map<String, Set<Impact>>> entries() {
        Map<String, Map<String, Set<Impact>>> entries = new TreeMap<>();
        for (Change change : diff.changes()) {
            entries.computeIfAbsent(change.subject(), key -> new LinkedHashMap<>())
                    .computeIfAbsent(change.text(), key -> new TreeSet<>())
                    .add(change.impact());
        }
        return entries;
    }

    private Optional<String> title(String subject) {
        return Optional.ofNullable(diff.titles().get(subject));
    }

    private static String labels(Set<Impact> impacts) {
        return impacts.stream().map(Impact::label).collect(Collectors.joining(", "));
    }

    private static String markdown(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>])", "\\\\$1");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
