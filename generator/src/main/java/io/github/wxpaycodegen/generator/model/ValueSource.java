package io.github.wxpaycodegen.generator.model;

import java.util.Optional;

/**
 * Source of the value of a request's field other than the caller.
 *
 * @param constant the only value that a request sends
 * @param defaultValue the value that a request sends unless the caller sets another
 * @param fill the configuration value that a request uses if the caller set none
 * @param digest for a meta field of an upload: the algorithm of the file's digest that it contains
 */
public record ValueSource(
        Optional<ConstantValue> constant,
        Optional<ConstantValue> defaultValue,
        Optional<FillKey> fill,
        Optional<String> digest) {}
