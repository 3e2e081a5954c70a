package io.github.wxpaycodegen.generator.binary;

import java.io.IOException;

/**
 * Writes and reads the values of a type.
 *
 * @param <T> the type
 */
interface ValueFormat<T> {
    void write(T value, ValueOutput out) throws IOException;

    T read(ValueInput in) throws IOException;
}
