package io.github.wxpaycodegen.generator.binary;

import io.github.wxpaycodegen.generator.hash.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Writes a record with everything that it contains, and reads it again. The bytes begin with a digest of the declarations
 * of the classes: bytes that were written for other classes are not read.
 *
 * @param <T> the record
 */
public final class BinaryValues<T extends Record> {
    private final ValueFormat<T> format;
    private final byte[] declarations;

    /**
     * Creates a writer and reader of a record.
     *
     * @throws IllegalArgumentException if the record contains something other than records, sealed interfaces of records
     *     and enums, enums, texts, numbers, booleans, dates, optional values, lists, sets and maps by text
     */
    public BinaryValues(Class<T> type) {
        ValueFormats formats = new ValueFormats();
        format = formats.of(type);
        declarations = Sha256.of(formats.declarations());
    }

    /** Returns the bytes of a value. They are the same for equal values. */
    public byte[] write(T value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(declarations);
        try {
            format.write(value, new ValueOutput(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Returns the value; empty if it was written for other classes.
     *
     * @throws IOException if the bytes are damaged
     */
    public Optional<T> read(byte[] bytes) throws IOException {
        int start = declarations.length;
        if (!Arrays.equals(declarations, 0, start, bytes, 0, Math.min(start, bytes.length))) {
            return Optional.empty();
        }
        ValueInput in = new ValueInput(Arrays.copyOfRange(bytes, start, bytes.length));
        T value;
        try {
            value = format.read(in);
        } catch (RuntimeException e) {
            // Of which kind depends on the byte that is wrong.
            throw new IOException("damaged", e);
        }
        if (in.hasMore()) {
            throw new IOException("damaged: there is something behind the end");
        }
        return Optional.of(value);
    }
}
