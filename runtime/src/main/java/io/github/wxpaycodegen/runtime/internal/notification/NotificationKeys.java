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
 * The keys of a client, by which notifications are verified and decrypted.
 *
 * @param merchant verifies and decrypts v3 notifications to the merchant
 * @param brand verifies and decrypts v3 notifications to the brand
 * @param v2Signer verifies v2 signatures; null where no APIv2 key is configured
 * @param refundCipher decrypts v2 refunds; null where no APIv2 key is configured
 * @param replies signs replies to v2 notifications
 */
public record NotificationKeys(
        Account merchant,
        Account brand,
        @Nullable V2Signer v2Signer,
        @Nullable RefundCipher refundCipher,
        ReplyWriter replies) {
    /** Holds the keys of a client, which a reload replaces. */
    public interface Source {
        /** Returns the present keys. */
        NotificationKeys presentKeys();

        /** Reads with the present keys; what downloads further ones stays open until the future is done. */
        <T> CompletableFuture<T> read(Function<NotificationKeys, CompletableFuture<T>> reading);
    }

    /** Writes the reply to a v2 notification. */
    @FunctionalInterface
    public interface ReplyWriter {
        /**
         * Returns the signed reply as XML.
         *
         * @param received the fields of the notification
         * @param type the algorithm that the notification is signed by
         */
        byte[] write(Message reply, Map<String, ?> received, SignType type);
    }

    /**
     * The v3 keys of one account.
     *
     * @param suite by which its notifications are signed and encrypted
     * @param trusted the keys of the gateway that it trusts
     * @param v3Key the APIv3 key, 32 bytes; throws {@link io.github.wxpaycodegen.runtime.error.ConfigurationException} where it is
     *     not configured
     * @param fieldDecryption decrypts a sensitive field; null of a text that is not for the account's key
     */
    public record Account(
            CipherSuite suite,
            TrustedKeys trusted,
            Supplier<byte[]> v3Key,
            Function<String, @Nullable String> fieldDecryption) {}

    /** Returns whose notification it is that is signed with a key of the gateway: each account has keys of its own. */
    public Account signedWith(@Nullable String serial) {
        return serial != null && brand.trusted().isConfigured(serial) ? brand : merchant;
    }

    /** Returns whether no v3 notification can be verified. */
    public boolean trustNobody() {
        return merchant.trusted().isEmpty() && brand.trusted().isEmpty();
    }
}
