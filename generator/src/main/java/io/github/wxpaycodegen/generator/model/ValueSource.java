package io.github.wxpaycodegen.generator.model;

import java.util.Optional;

/**
 * Where the value of a request's field comes from, if not from the caller.
 *
 * @param constant the one value that a request sends
 * @param defaultValue the value that a request sends unless the caller gives another
 * @param fill the configuration value that a request takes where the caller gave none
 * @param digest of a meta field of an upload: the digest of the file that it carries
 */
public record ValueSource(
        Optional<ConstantValue> constant,
        Optional<ConstantValue> defaultValue,
        Optional<FillKey> fill,
        Optional<String> digest) {}
