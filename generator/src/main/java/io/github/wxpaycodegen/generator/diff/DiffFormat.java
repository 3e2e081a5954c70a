package io.github.wxpaycodegen.generator.diff;

/** Formats of a comparison. */
public enum DiffFormat {
    /** Text, by subject. */
    TEXT,
    /** Markdown, for a changelog. */
    MARKDOWN,
    /** JSON, for programs. */
    JSON,
    /** A page of its own. */
    HTML;

    /** Returns a comparison in this format, with a line feed at the end. */
    public String write(SpecDiff diff) {
        DiffReport report = new DiffReport(diff);
        return switch (this) {
            case TEXT -> report.text();
            case MARKDOWN -> report.markdown();
            case JSON -> report.json();
            case HTML -> report.html();
        };
    }
}
