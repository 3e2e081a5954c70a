package io.github.wxpaycodegen.runtime.bill;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The lines of a bill, one at a time; empty ones are left out. */
final class Lines implements Closeable {
    /**
     * A character that is in no text: the CSV reader shall not look at quotes. Bills as they are have no quoted cells but
     * texts with quotes in them, such as JSON, and a quote behind a comma of such a text would swallow the lines after it.
     */
    private static final char NO_QUOTE = '\uFFFF';

    /** At least what the CSV reader takes in at once, for which it needs room behind a line. */
    private static final int ROOM = 1 << 14;

    private static final int MAX_BUFFER = 1 << 30;

    private final LineHandler handler;
    private final CsvReader<Line> reader;
    private final Iterator<Line> lines;
    private long last;

    Lines(Reader text, BillLimits limits) {
        handler = new LineHandler(limits.maxLineChars());
        reader = CsvReader.builder()
                .quoteCharacter(NO_QUOTE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(buffer(limits.maxLineChars()))
                .build(handler, text);
        lines = reader.iterator();
    }

    /** A power of two: the reader doubles its buffer, and runs over the end of one that is cut to another size. */
    private static int buffer(int maxLineChars) {
        return (int) Math.min(Long.highestOneBit((long) maxLineChars + ROOM) << 1, MAX_BUFFER);
    }

    /** The next line, valid until the one after it is asked for; null at the end. */
    @Nullable
    Line next() {
        Line line;
        do {
            if (!hasNext()) {
                return null;
            }
            line = lines.next();
            last = line.number();
        } while (line.isBlank());
        return line;
    }

    /**
     * Adds the next line to the one that was read last, as the rest of a text that goes on over its end.
     *
     * @return false if there is none
     */
    boolean extend() {
        handler.setContinued(true);
        boolean more = hasNext();
        if (more) {
            lines.next();
        }
        handler.setContinued(false);
        return more;
    }

    /** The number of the line that was read last, of several that make one row the first; 0 before the first. */
    long last() {
        return last;
    }

    private boolean hasNext() {
        try {
            return lines.hasNext();
        } catch (UncheckedIOException e) {
            throw translate(e);
        } catch (CsvParseException e) {
            if (e.getCause() instanceof BillFormatException ours) {
                throw ours;
            }
            throw BillFormatException.inLine(handler.lineNumber(), "the line is malformed or too long", e);
        }
    }

    private RuntimeException translate(UncheckedIOException e) {
        IOException cause = e.getCause();
        if (cause instanceof CharacterCodingException) {
            return BillFormatException.of(
                    "it is not UTF-8 behind line " + last + ": it is cut off, or a spreadsheet program saved it",
                    cause);
        }
        if (cause instanceof EOFException || cause instanceof ZipException) {
            return BillFormatException.of("its gzip is cut off or damaged behind line " + last, cause);
        }
        return e;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
