package io.github.wxpaycodegen.runtime.internal.crypto;

import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.security.KeyException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The gateway keys that a merchant trusts: configured ones, downloaded ones, or both during a migration. */
public final class TrustedKeys {
    private final KeyRing configured;
    private final @Nullable PlatformCertificates downloaded;
    private final Clock clock;

    /** Creates an instance with two sources; the configured keys come first. */
    public TrustedKeys(KeyRing configured, @Nullable PlatformCertificates downloaded, Clock clock) {
        this.configured = configured;
        this.downloaded = downloaded;
        this.clock = clock;
    }

    /**
     * Returns the key with this serial number. The future fails with {@link VerificationException} if there is none,
     * and with another exception if the download fails.
     */
    public CompletableFuture<GatewayKey> key(String serial) {
        Optional<GatewayKey> known = configured.key(serial, clock.instant());
        if (known.isPresent()) {
            return CompletableFuture.completedFuture(known.get());
        }
        CompletableFuture<Optional<GatewayKey>> found =
                downloaded == null ? CompletableFuture.completedFuture(Optional.empty()) : asked(downloaded, serial);
        return found.thenApply(key ->
                key.orElseThrow(() -> new CompletionException(new VerificationException("it is signed with the key "
                        + ForeignText.shown(serial) + ", which is not trusted: " + remedy(serial)))));
    }

    /** Returns true if no key can be trusted. */
    public boolean isEmpty() {
        return configured.isEmpty() && downloaded == null;
    }

    /** Returns true if the key with a serial number is configured, so that no download is needed. */
    public boolean isConfigured(String serial) {
        return configured.key(serial, clock.instant()).isPresent();
    }

    /** Returns how to add a key that is unknown here, if it belongs to the gateway. */
    private String remedy(String serial) {
        if (serial.startsWith("PUB_KEY_ID_")) {
            return "if it is the public key of this merchant's account, configure wechatPayPublicKeyPem with this id,"
                    + " and brandWechatPayPublicKeyPem if it is that of the brand";
        }
        return downloaded == null
                ? "if it is a platform certificate, configure downloadPlatformCertificates or platformCertificatesPem"
                : "it is not among the platform certificates that were downloaded either";
    }

    /** Looks up a key. A failed certificate download does not make the message invalid, so it is another exception. */
    private static CompletableFuture<Optional<GatewayKey>> asked(PlatformCertificates certificates, String serial) {
        return certificates.key(serial).exceptionallyCompose(failure -> {
            Throwable cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            return CompletableFuture.failedFuture(
                    cause instanceof VerificationException ? new KeyException(cause.getMessage(), cause) : cause);
        });
    }

    /** Returns the key to encrypt with, which the gateway is also asked to sign with; empty if there is none. */
    public CompletableFuture<Optional<GatewayKey>> encryption() {
        Optional<GatewayKey> known = configured.encryption(clock.instant());
        return known.isPresent() || downloaded == null
                ? CompletableFuture.completedFuture(known)
                : downloaded.encryption();
    }

    /**
     * Verifies that a message comes from the gateway, is unchanged and is fresh. The future fails with {@link
     * VerificationException} if it is not, and with another exception if the key could not be obtained.
     *
     * @param body the exact bytes that are signed
     */
    public CompletableFuture<Void> verify(SignedMessage message, byte[] body) {
        return verify(message, body, clock.instant());
    }

    /**
     * Same as {@link #verify(SignedMessage, byte[])}, for a message whose body took a while to arrive.
     *
     * @param headReceived when its head arrived
     */
    public CompletableFuture<Void> verify(SignedMessage message, byte[] body, Instant headReceived) {
        try {
            message.requireFresh(Clock.fixed(headReceived, ZoneOffset.UTC));
        } catch (VerificationException e) {
            return CompletableFuture.failedFuture(e);
        }
        return key(message.serial()).thenAccept(key -> {
            try {
                message.requireSignedBy(key.key(), body);
            } catch (VerificationException e) {
                throw new CompletionException(e);
            }
        });
    }
}
