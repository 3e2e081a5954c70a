package io.github.wxpaycodegen.runtime.v3;

import java.time.Clock;
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

    /** The key of a serial. The future fails with {@link VerificationException} where there is none. */
    public CompletableFuture<GatewayKey> key(String serial) {
        Optional<GatewayKey> known = configured.key(serial, clock.instant());
        if (known.isPresent()) {
            return CompletableFuture.completedFuture(known.get());
        }
        CompletableFuture<Optional<GatewayKey>> found =
                downloaded == null ? CompletableFuture.completedFuture(Optional.empty()) : downloaded.key(serial);
        return found.thenApply(key -> key.orElseThrow(() -> new CompletionException(
                new VerificationException("it is signed with the key " + serial + ", which is not trusted here"))));
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
     * and now.
     *
     * @param body the exact bytes that are signed
     */
    public CompletableFuture<Void> verify(SignedMessage message, byte[] body) {
        try {
            message.requireFresh(clock);
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
