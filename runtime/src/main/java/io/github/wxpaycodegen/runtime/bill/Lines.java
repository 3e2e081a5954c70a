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

/** The lines of a bill, one at a time, without empty ones. */
final class Lines implements Closeable {
    /**
     * A character that occurs in no text, so that the CSV reader ignores quotes. Actual bills have no quoted cells, but
     * texts that contain quotes, such as JSON. A quote after a comma in such a text would swallow the lines after it.
     */
    private static final char NO_QUOTE = '\uFFFF';

    /** At least the size of the CSV reader's reads, for which the buffer needs room after a line. */
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

    /** Returns a power of two: the reader doubles its buffer, and overruns one of another size. */
    private static int buffer(int maxLineChars) {
        return (int) Math.min(Long.highestOneBit((long) maxLineChars + ROOM) << 1, MAX_BUFFER);
    }

    /** Returns the next line, valid until the following call; null at the end. */
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
     * Appends the next line to the last one, as the continuation of a text.
     *
     * @return false if there is no next line
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

    /** Returns the number of the last line, or of the first line of the last row; 0 at the start. */
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
                    "it is not UTF-8 after line " + last + ": it is cut off, or was saved by a spreadsheet program",
                    cause);
        }
        if (cause instanceof EOFException || cause instanceof ZipException) {
            return BillFormatException.of("its gzip is cut off or damaged after line " + last, cause);
        }
        return e;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
