package io.github.wxpaycodegen.runtime.notification;

import io.github.wxpaycodegen.runtime.v2.RefundCipher;
import io.github.wxpaycodegen.runtime.v2.V2Signer;
import io.github.wxpaycodegen.runtime.v3.CipherSuite;
import io.github.wxpaycodegen.runtime.v3.TrustedKeys;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a client, by which notifications are verified and decrypted.
 *
 * @param suite by which v3 notifications are signed and encrypted
 * @param trusted whose v3 signatures are believed
 * @param v3Key the APIv3 key, 32 bytes; throws {@link io.github.wxpaycodegen.runtime.ConfigurationException} where it is not
 *     configured
 * @param v2Signer verifies v2 signatures; null where no APIv2 key is configured
 * @param refundCipher decrypts v2 refunds; null where no APIv2 key is configured
 * @param fieldDecryption decrypts a sensitive field; null of a text that is not for the merchant's key
 */
public record NotificationKeys(
        CipherSuite suite,
        TrustedKeys trusted,
        Supplier<byte[]> v3Key,
        @Nullable V2Signer v2Signer,
        @Nullable RefundCipher refundCipher,
        Function<String, @Nullable String> fieldDecryption) {}
