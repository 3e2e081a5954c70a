package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.internal.crypto.RefundCipher;
import io.github.wxpaycodegen.runtime.internal.crypto.V2Signer;
import io.github.wxpaycodegen.runtime.internal.crypto.WorkwxSigner;
import java.security.PublicKey;
import org.jspecify.annotations.Nullable;

/**
 * The keys of v2; null if they are not configured.
 *
 * @param signer signs requests and verifies responses with the APIv2 key
 * @param refundCipher decrypts refund notifications with the APIv2 key
 * @param workwxSigner signs with the secret of a WeCom app
 * @param encryptionKey the gateway's key, which encrypts fields
 */
public record V2Keys(
        @Nullable V2Signer signer,
        @Nullable RefundCipher refundCipher,
        @Nullable WorkwxSigner workwxSigner,
        @Nullable PublicKey encryptionKey) {}
