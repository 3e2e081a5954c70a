package io.github.wxpaycodegen.generator.binary;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link ValueOutput} has written. */
final class ValueInput {
    private final ByteBuffer bytes;
    private final List<Object> read = new ArrayList<>();

    ValueInput(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    boolean hasMore() {
        return bytes.hasRemaining();
    }

    int readCount() {
        int count = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes.get();
            count |= (next & 0x7F) << shift;
            if (next >= 0) {
                return count;
            }
        }
    }

    boolean readBoolean() {
        return bytes.get() != 0;
    }

    int readInt() {
        return bytes.getInt();
    }

    long readLong() {
        return bytes.getLong();
    }

    String readText() {
        int length = readCount();
        if (length > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        String text = new String(bytes.array(), bytes.position(), length, StandardCharsets.UTF_8);
        bytes.position(bytes.position() + length);
        return text;
    }

    /** Reads a value, or returns the one that was read before. Its format is that with which it was written. */
    @SuppressWarnings("unchecked")
    <T> T readOnce(ValueFormat<T> format) throws IOException {
        int number = readCount();
        if (number > 0) {
            return (T) read.get(number - 1);
        }
        T value = format.read(this);
        read.add(value);
        return value;
    }
}
