package io.github.wxpaycodegen.generator.model;

import java.util.List;
import java.util.Optional;

/**
 * The fields of a response that link to a file.
 *
 * @param url the field with the link
 * @param hashType the field with the name of the digest; present if {@code hashValue} is
 * @param hashValue the field with the digest of the plain content
 * @param state the field that shows whether the gateway is still preparing the file; empty if the file is always ready
 * @param waiting the values of the state while it is preparing
 */
public record Download(
        String url,
        Optional<String> hashType,
        Optional<String> hashValue,
        Optional<String> state,
        List<String> waiting) {
    public Download {
        waiting = List.copyOf(waiting);
    }
}
