package io.github.wxpaycodegen.generator.model;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import java.util.Optional;

/**
 * An error that the number at the end of a v3 Request-ID identifies more precisely than the error code.
 *
 * @param number the digits after the last hyphen
 * @param product the product whose responses contain it; empty for all
 * @param title its meaning
 * @param advice what the caller should do
 */
public record RequestIdError(
        SourceSpan span, String number, Optional<String> product, String title, Optional<String> advice) {}
