package io.github.wxpaycodegen.generator.model;

import java.util.List;

/**
 * Proofs that a call carries, and those that its response carries.
 *
 * @param clientCertificate whether the merchant's client certificate is presented (mutual TLS)
 * @param nonceless whether the request carries no {@code nonce_str}
 * @param requestUnsigned whether the request carries no signature
 * @param responseUnsigned whether a success may come without a signature
 * @param workwxSigned the fields that a second signature, under the secret of a WeCom app, is made of; none for none
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
