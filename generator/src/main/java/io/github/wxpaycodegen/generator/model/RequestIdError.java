package io.github.wxpaycodegen.generator.model;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import java.util.Optional;

/**
 * An error by the number at the end of the Request-ID of a v3 response, which says more than the error code.
 *
 * @param number the digits behind the last hyphen
 * @param product the product whose responses have it; empty for all
 * @param title its meaning
 * @param advice what the caller does about it
 */
public record RequestIdError(
        SourceSpan span, String number, Optional<String> product, String title, Optional<String> advice) {}
