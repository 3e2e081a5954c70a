package io.github.wxpaycodegen.simulator;

import java.util.Objects;

/** Checks arguments of tests, which may be compiled without a null checker. */
final class Arguments {
    private Arguments() {}

    /**
     * Returns an argument that is not null.
     *
     * @throws NullPointerException whose message names the parameter
     */
    static <T> T required(T argument, String parameter) {
        return Objects.requireNonNull(argument, parameter + " must not be null");
    }
}
