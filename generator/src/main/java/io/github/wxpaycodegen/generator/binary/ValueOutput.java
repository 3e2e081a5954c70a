package io.github.wxpaycodegen.generator.binary;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Writes values. Of equal ones, such as the text of a field that many operations have, only the first is written. */
final class ValueOutput {
    private final DataOutputStream out;
    private final Map<Object, Integer> written = new HashMap<>();

    ValueOutput(OutputStream out) {
        this.out = new DataOutputStream(out);
    }

    /** Writes a number that is not negative, seven bits a byte. */
    void writeCount(int count) throws IOException {
        int rest = count;
        while (rest > 0x7F) {
            out.writeByte((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    void writeBoolean(boolean value) throws IOException {
        out.writeBoolean(value);
    }

    void writeInt(int value) throws IOException {
        out.writeInt(value);
    }

    void writeLong(long value) throws IOException {
        out.writeLong(value);
    }

    void writeText(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        writeCount(bytes.length);
        out.write(bytes);
    }

    /** Writes a value, or the number of the equal one that was written before it. */
    <T> void writeOnce(T value, ValueFormat<T> format) throws IOException {
        Integer number = written.get(value);
        if (number != null) {
            writeCount(number + 1);
            return;
        }
        writeCount(0);
        format.write(value, this);
        // After its parts, which is the order in which they are read.
        written.put(value, written.size());
    }
}
