package io.github.wxpaycodegen.runtime.internal.notification;

import io.github.wxpaycodegen.runtime.internal.crypto.CipherSuite;
import io.github.wxpaycodegen.runtime.internal.crypto.RefundCipher;
import io.github.wxpaycodegen.runtime.internal.crypto.TrustedKeys;
import io.github.wxpaycodegen.runtime.internal.crypto.V2Signer;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.message.SignType;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The keys with which a client verifies and decrypts notifications.
 *
 * @param merchant verifies and decrypts v3 notifications to the merchant
 * @param brand verifies and decrypts v3 notifications to the brand
 * @param v2Signer verifies v2 signatures; null if no APIv2 key is configured
 * @param refundCipher decrypts v2 refunds; null if no APIv2 key is configured
 * @param replies signs replies to v2 notifications
 */
public record NotificationKeys(
        Account merchant,
        Account brand,
        @Nullable V2Signer v2Signer,
        @Nullable RefundCipher refundCipher,
        ReplyWriter replies) {
    /** Source of the keys of a client, which a reload replaces. */
    public interface Source {
        /** Returns the current keys. */
        NotificationKeys presentKeys();

        /**
         * Reads with the current keys. The connections for downloading further keys stay open until the future is done.
         */
        <T> CompletableFuture<T> read(Function<NotificationKeys, CompletableFuture<T>> reading);
    }

    /** Writes the reply to a v2 notification. */
    @FunctionalInterface
    public interface ReplyWriter {
        /**
         * Returns the signed reply as XML.
         *
         * @param received the fields of the notification
         * @param type the algorithm of the notification's signature
         */
        byte[] write(Message reply, Map<String, ?> received, SignType type);
    }

    /**
     * The v3 keys of one account.
     *
     * @param suite the suite with which its notifications are signed and encrypted
     * @param trusted the keys of the gateway that it trusts
     * @param v3Key returns the APIv3 key, 32 bytes, or throws {@link
     *     io.github.wxpaycodegen.runtime.error.ConfigurationException} if it is not configured
     * @param fieldDecryption decrypts a sensitive field; returns null if it was encrypted for another key
     */
    public record Account(
            CipherSuite suite,
            TrustedKeys trusted,
            Supplier<byte[]> v3Key,
            Function<String, @Nullable String> fieldDecryption) {}

    /**
     * Returns the account whose notification is signed with a key of the gateway. Each account has its own gateway
     * keys.
     */
    public Account signedWith(@Nullable String serial) {
        return serial != null && brand.trusted().isConfigured(serial) ? brand : merchant;
    }

    /** Returns true if no v3 notification can be verified. */
    public boolean trustNobody() {
        return merchant.trusted().isEmpty() && brand.trusted().isEmpty();
    }
}
