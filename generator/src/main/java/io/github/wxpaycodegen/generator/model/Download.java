package io.github.wxpaycodegen.generator.model;

import java.util.List;
import java.util.Optional;

/**
 * The fields of a response that lead to a file.
 *
 * @param url the link
 * @param hashType the name of the digest; present where {@code hashValue} is
 * @param hashValue the digest of the plain content
 * @param state what tells whether the gateway is still preparing the file; absent where the file is there at once
 * @param waiting the values of the state that say so
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
