package io.github.wxpaycodegen.generator.model;

import java.util.List;

/**
 * Authentication of requests and responses.
 *
 * @param clientCertificate true if the merchant's client certificate is presented (mutual TLS)
 * @param nonceless true if the request contains no {@code nonce_str}
 * @param requestUnsigned true if the request is not signed
 * @param responseUnsigned true if a success may be unsigned
 * @param workwxSigned the fields covered by a second signature with the secret of a WeCom app; empty for none
 */
public record Security(
        boolean clientCertificate,
        boolean nonceless,
        boolean requestUnsigned,
        boolean responseUnsigned,
        List<String> workwxSigned) {
    public Security {
        workwxSigned = List.copyOf(workwxSigned);
    }
}
