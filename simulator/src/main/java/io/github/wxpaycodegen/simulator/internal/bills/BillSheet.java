package io.github.wxpaycodegen.simulator.internal.bills;

import io.github.wxpaycodegen.simulator.internal.http.FileContent;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A bill in the gateway's format: UTF-8 with a byte order mark, a line of names, a line for each row, then names and
 * values of the summary. Each value starts with a backtick and is quoted if it contains a comma.
 */
final class BillSheet implements FileContent {
    private final List<String> names;
    private final Consumer<Consumer<List<String>>> rows;
    private final List<String> summaryNames;
    private final List<String> summary;

    /**
     * Creates a bill.
     *
     * @param rows passes each row to a consumer; called each time the bill is written
     * @param summary the values of the summary
     */
    BillSheet(
            List<String> names,
            Consumer<Consumer<List<String>>> rows,
            List<String> summaryNames,
            List<String> summary) {
        this.names = names;
        this.rows = rows;
        this.summaryNames = summaryNames;
        this.summary = summary;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        line(out, "\uFEFF" + String.join(",", names));
        try {
            rows.accept(row -> {
                try {
                    line(out, cells(row));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        line(out, String.join(",", summaryNames));
        line(out, cells(summary));
    }

    private static String cells(List<String> row) {
        return row.stream().map(BillSheet::cell).collect(Collectors.joining(","));
    }

    private static String cell(String text) {
        boolean quoted = Stream.of(",", "\"", "\r", "\n").anyMatch(text::contains);
        return quoted ? "\"`" + text.replace("\"", "\"\"") + "\"" : "`" + text;
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Formats fen as bills do: {@code 12.34}. */
    static String yuan(long fen) {
        return String.format(Locale.ROOT, "%s%d.%02d", fen < 0 ? "-" : "", Math.abs(fen) / 100, Math.abs(fen) % 100);
    }
}
