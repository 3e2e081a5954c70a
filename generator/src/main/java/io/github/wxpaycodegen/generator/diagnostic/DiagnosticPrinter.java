package io.github.wxpaycodegen.generator.diagnostic;

import java.util.List;
import java.util.function.Function;

/** Prints diagnostics in the style of compilers: the place, the line, and a caret below the text. */
public final class DiagnosticPrinter {
    /** The characters of a line that are shown at most; no hand-written line has more. */
    private static final int MAX_WIDTH = 500;

    /** The characters before the place that are shown of a longer line. */
    private static final int CONTEXT = 60;

    private final Function<String, List<String>> linesOf;

    /**
     * Creates a printer.
     *
     * @param linesOf returns the lines of a file by its path; empty if there is no such file or it is not text
     */
    public DiagnosticPrinter(Function<String, List<String>> linesOf) {
        this.linesOf = linesOf;
    }

    /** Returns all diagnostics as errors in text, sorted, with their number at the end. */
    public String print(List<Diagnostic> diagnostics) {
        StringBuilder out = new StringBuilder();
        diagnostics.stream().sorted().forEach(d -> out.append(print(d)).append('\n'));
        return out.append(diagnostics.size())
                .append(diagnostics.size() == 1 ? " error" : " errors")
                .append('\n')
                .toString();
    }

    /** Returns an error as text. */
    public String print(Diagnostic d) {
        return print(d, Severity.ERROR);
    }

    /** Returns a diagnostic of a severity as text. */
    public String print(Diagnostic d, Severity severity) {
        int width =
                d.related().stream().mapToInt(SourceSpan::line).reduce(d.span().line(), Math::max);
        String gutter = " ".repeat(Integer.toString(width).length());
        StringBuilder out = new StringBuilder(severity.label() + "[" + d.code().id() + "]: " + d.message() + "\n");
        place(out, gutter, "--> ", d.span(), '^');
        for (SourceSpan other : d.related()) {
            place(out, gutter, "::: ", other, '-');
        }
        d.help()
                .ifPresent(help ->
                        out.append(gutter).append(" = help: ").append(help).append('\n'));
        return out.toString();
    }

    private void place(StringBuilder out, String gutter, String arrow, SourceSpan span, char mark) {
        out.append(gutter).append(arrow).append(span.file());
        List<String> lines = linesOf.apply(span.file());
        if (lines.isEmpty()) {
            out.append('\n');
            return;
        }
        String number = Integer.toString(span.line());
        out.append(":").append(number).append(':').append(span.column()).append('\n');
        if (span.line() > lines.size()) {
            return;
        }
        String line = lines.get(span.line() - 1);
        int start = Math.max(0, span.column() - 1);
        if (line.length() > MAX_WIDTH) {
            clipped(out, gutter, number, line, start, mark);
            return;
        }
        out.append(gutter).append(" |\n");
        out.append(" ".repeat(gutter.length() - number.length()))
                .append(number)
                .append(" | ")
                .append(line)
                .append('\n');
        out.append(gutter).append(" | ").append(indent(line, span.column() - 1));
        out.append(String.valueOf(mark).repeat(span.length())).append('\n');
    }

    /** Shows the part of a very long line in which the place begins. */
    private static void clipped(StringBuilder out, String gutter, String number, String line, int start, char mark) {
        int from = Math.min(Math.max(0, start - CONTEXT), line.length());
        int to = Math.min(line.length(), from + MAX_WIDTH);
        String shown = (from > 0 ? "…" : "") + line.substring(from, to) + (to < line.length() ? "…" : "");
        out.append(gutter).append(" |\n");
        out.append(" ".repeat(gutter.length() - number.length()))
                .append(number)
                .append(" | ")
                .append(shown)
                .append('\n');
        out.append(gutter).append(" | ").append(indent(shown, start - from + (from > 0 ? 1 : 0)));
        out.append(mark).append('\n');
    }

    /**
     * Returns an indent as wide as the first characters of the line. Tabs are kept, and wide characters (Chinese) count
     * twice.
     */
    private static String indent(String line, int characters) {
        StringBuilder indent = new StringBuilder();
        line.codePoints().limit(characters).forEach(c -> indent.append(c == '\t' ? "\t" : isWide(c) ? "  " : " "));
        return indent.toString();
    }

    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || c >= 0x1F300;
    }
}
