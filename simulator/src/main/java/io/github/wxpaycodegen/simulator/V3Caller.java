package io.github.wxpaycodegen.simulator;

import java.security.PublicKey;
import java.util.Optional;

/**
 * Who may call: the merchant, and its brand.
 *
 * @param brandId empty where there is none
 * @param serial of the certificate that the platform issued for the merchant
 * @param publicKey in that certificate
 */
record V3Caller(String mchid, Optional<String> brandId, String serial, PublicKey publicKey) {}
