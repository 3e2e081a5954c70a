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

/** The keys of the gateway that a merchant trusts: configured ones, downloaded ones, or both during a migration. */
public final class TrustedKeys {
    private final KeyRing configured;
    private final @Nullable PlatformCertificates downloaded;
    private final Clock clock;

    /** Keys from two sources; the configured ones come first. */
    public TrustedKeys(KeyRing configured, @Nullable PlatformCertificates downloaded, Clock clock) {
        this.configured = configured;
        this.downloaded = downloaded;
        this.clock = clock;
    }

    /**
     * The key of a serial. The future fails with {@link VerificationException} where there is none, and otherwise where the
     * gateway cannot be asked for it.
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
                        + ForeignText.shown(serial) + ", which is not trusted here: " + remedy(serial)))));
    }

    /** Whether anything is trusted at all. */
    public boolean isEmpty() {
        return configured.isEmpty() && downloaded == null;
    }

    /** Returns whether the key of a serial is configured, so that nothing has to be downloaded to know it. */
    public boolean isConfigured(String serial) {
        return configured.key(serial, clock.instant()).isPresent();
    }

    /** What to do about a key that is not known, if the gateway has it. */
    private String remedy(String serial) {
        if (serial.startsWith("PUB_KEY_ID_")) {
            return "if it is the public key of this merchant's account, configure wechatPayPublicKeyPem with this id, and"
                    + " brandWechatPayPublicKeyPem if it is that of the brand";
        }
        return downloaded == null
                ? "if it is a platform certificate, configure downloadPlatformCertificates or platformCertificatesPem"
                : "it is not among the platform certificates that were downloaded either";
    }

    /** That a download is not to be trusted says nothing about the message whose key is looked for. */
    private static CompletableFuture<Optional<GatewayKey>> asked(PlatformCertificates certificates, String serial) {
        return certificates.key(serial).exceptionallyCompose(failure -> {
            Throwable cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            return CompletableFuture.failedFuture(
                    cause instanceof VerificationException ? new KeyException(cause.getMessage(), cause) : cause);
        });
    }

    /** The key to encrypt with, and to ask the gateway to sign with; empty if there is none. */
    public CompletableFuture<Optional<GatewayKey>> encryption() {
        Optional<GatewayKey> known = configured.encryption(clock.instant());
        return known.isPresent() || downloaded == null
                ? CompletableFuture.completedFuture(known)
                : downloaded.encryption();
    }

    /**
     * Verifies a message; the future fails with {@link VerificationException} unless it comes from the gateway, as it is
     * and now, and with another exception where the key cannot be had that would tell.
     *
     * @param body the exact bytes that are signed
     */
    public CompletableFuture<Void> verify(SignedMessage message, byte[] body) {
        return verify(message, body, clock.instant());
    }

    /**
     * Like {@link #verify(SignedMessage, byte[])}, for a message whose body took its time.
     *
     * @param headReceived when its head came
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
