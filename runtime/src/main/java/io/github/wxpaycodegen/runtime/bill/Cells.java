package io.github.wxpaycodegen.runtime.bill;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Combines the fields of a line into the cells of a row.
 *
 * <p>Every cell of a row starts with a backtick, so a comma without a backtick after it belongs to a text. But cells
 * may also be quoted, with the backtick inside or before the quotes, and some bills lack backticks in places. The
 * number of columns decides: an interpretation of the line is accepted only if it yields as many cells as the header
 * has columns. A line without such an interpretation that ends within quotes continues in the next one.
 */
final class Cells {
    private Cells() {}

    /** Returns the cells of a row with the given number of columns; null if the line cannot be read as such a row. */
    static String @Nullable [] of(Line line, int columns) {
        if (line.size() < columns) {
            return null;
        }
        if (line.size() == columns && !isSplit(line)) {
            return plain(line);
        }
        String[] joined = joined(line, columns);
        return joined != null ? joined : quoted(line, columns);
    }

    /** Returns the cells of a header, whose number is not known before. */
    static String[] ofHeader(Line line) {
        String[] names = plain(line);
        for (int i = 0; i < names.length; i++) {
            names[i] = names[i].strip();
        }
        return names;
    }

    /** Returns true if a field can only be the start of a cell. */
    static boolean beginsCell(Line line, int field) {
        return line.isLed(field) || isQuotedAround(line.text(field));
    }

    /** Returns true if a line that cannot be read as a row ends within the quotes of its last cell. */
    static boolean endsInQuotes(Line line) {
        int from = line.size() - 1;
        while (from > 0 && !beginsCell(line, from)) {
            from--;
        }
        boolean quoted = !beginsCell(line, from) || line.text(from).startsWith("\"");
        return quoted && isOpen(line.join(from, line.size()));
    }

    /**
     * Returns true if a comma or a line end is inside the quotes of a cell. A backtick inside quotes does not start
     * another cell.
     */
    private static boolean isSplit(Line line) {
        for (int i = 0; i < line.size(); i++) {
            if (isQuotedAround(line.text(i)) && isOpen(line.text(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isQuotedAround(String text) {
        return text.startsWith("\"`");
    }

    private static boolean isOpen(String text) {
        return text.chars().filter(c -> c == '"').count() % 2 == 1;
    }

    private static String[] plain(Line line) {
        String[] cells = new String[line.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = clean(line.text(i), line.isLed(i));
        }
        return cells;
    }

    /** Joins fields that do not start a cell to the cell before them. */
    private static String @Nullable [] joined(Line line, int columns) {
        String[] cells = new String[columns];
        int cell = 0;
        int from = 0;
        for (int field = 1; field <= line.size(); field++) {
            if (field == line.size() || beginsCell(line, field)) {
                if (cell == columns) {
                    return null;
                }
                String text = line.join(from, field);
                if (isQuotedAround(text) && isOpen(text)) {
                    return null;
                }
                cells[cell++] = clean(text);
                from = field;
            }
        }
        return cell == columns ? cells : null;
    }

    /** Splits the line by the rules of RFC 4180. */
    private static String @Nullable [] quoted(Line line, int columns) {
        String text = line.join(0, line.size());
        if (text.indexOf('"') < 0) {
            return null;
        }
        try {
            List<String> fields = CsvReader.builder()
                    .allowUnclosedQuote(false)
                    .ofSingleCsvRecord(text)
                    .getFields();
            return fields.size() == columns ? fields.stream().map(Cells::unled).toArray(String[]::new) : null;
        } catch (CsvParseException e) {
            return null;
        }
    }

    private static String clean(String cell) {
        boolean led = cell.startsWith("`");
        return clean(led ? cell.substring(1) : cell, led);
    }

    /**
     * Returns the text of a cell. A cell that begins with a quote is quoted by RFC 4180. After a backtick, quotes that
     * nothing in the text required belong to the text.
     */
    private static String clean(String text, boolean led) {
        if (text.length() < 2 || text.charAt(0) != '"' || text.charAt(text.length() - 1) != '"') {
            return text;
        }
        String inner = text.substring(1, text.length() - 1);
        String unescaped = inner.replace("\"\"", "\"");
        boolean wellFormed = inner.replace("\"\"", "").indexOf('"') < 0;
        boolean needed = inner.indexOf(',') >= 0 || inner.indexOf('"') >= 0 || inner.indexOf('\n') >= 0;
        if (!wellFormed || (led && !needed)) {
            return text;
        }
        return led ? unescaped : unled(unescaped);
    }

    private static String unled(String text) {
        return text.startsWith("`") ? text.substring(1) : text;
    }
}
