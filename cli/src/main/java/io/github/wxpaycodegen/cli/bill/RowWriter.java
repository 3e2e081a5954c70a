package io.github.wxpaycodegen.cli.bill;

import io.github.wxpaycodegen.cli.json.Json;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Writes rows as CSV or as JSON, one object a line. A cell with an amount is written as in the bill, in yuan, and
 * once more in fen, in a column whose name ends with {@code (fen)}.
 */
public final class RowWriter implements BillFile.RowSink {
    /** Form of the output. */
    public enum Format {
        CSV,
        JSON
    }

    private static final String FEN = "(fen)";

    private final Writer out;
    private final Format format;
    private final boolean yuan;
    private List<String> columns = List.of();

    /**
     * Creates a writer.
     *
     * @param yuan true if amounts are in yuan, so that they have fen
     */
    public RowWriter(Writer out, Format format, boolean yuan) {
        this.out = out;
        this.format = format;
        this.yuan = yuan;
    }

    @Override
    public void columns(List<String> names) throws IOException {
        columns = names;
        if (format == Format.CSV) {
            List<String> header = new ArrayList<>();
            for (String name : names) {
                header.add(name);
                if (yuan && Amount.isAmount(name)) {
                    header.add(name + FEN);
                }
            }
            line(header);
        }
    }

    @Override
    public void row(Map<String, String> cells) throws IOException {
        if (format == Format.JSON) {
            Map<String, Object> object = new LinkedHashMap<>();
            cells.forEach((column, cell) -> {
                object.put(column, cell);
                fen(column, cell).ifPresent(amount -> object.put(column + FEN, amount));
            });
            out.write(Json.line(object) + "\n");
            return;
        }
        List<String> row = new ArrayList<>();
        for (String column : columns) {
            String cell = cells.getOrDefault(column, "");
            row.add(cell);
            if (yuan && Amount.isAmount(column)) {
                OptionalLong amount = fen(column, cell);
                row.add(amount.isPresent() ? Long.toString(amount.getAsLong()) : "");
            }
        }
        line(row);
    }

    private OptionalLong fen(String column, String cell) {
        return yuan ? Amount.fen(column, cell) : OptionalLong.empty();
    }

    private void line(List<String> cells) throws IOException {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            line.append(line.isEmpty() ? "" : ",").append(quoted(cell));
        }
        out.write(line.append("\r\n").toString());
    }

    /** Returns a cell as RFC 4180 writes it. */
    private static String quoted(String cell) {
        return cell.isEmpty() || cell.matches("(?s).*[\",\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
