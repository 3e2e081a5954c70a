package io.github.wxpaycodegen.simulator.internal.compiled;

import java.io.IOException;

/**
 * How the values of a type are written and read.
 *
 * @param <T> the type
 */
interface ValueFormat<T> {
    void write(T value, ValueOutput out) throws IOException;

    T read(ValueInput in) throws IOException;
}
