package io.github.wxpaycodegen.runtime.internal.crypto;

import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The platform certificates of a merchant. They are downloaded when they are first needed, once an hour while they are
 * in use, and, at most once a minute, when a message names an unknown one. Before the first success, a download is
 * retried after five seconds. A downloaded certificate is kept until it expires, whatever later downloads contain. This
 * class has no threads of its own.
 */
public final class PlatformCertificates {
    private static final Duration REFRESH = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    /** Before the first success, no call can be made, so a brief network failure must not block calls for a minute. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    private final CipherSuite suite;
    private final Supplier<CompletableFuture<Response>> download;
    private final byte[] v3Key;
    private final KeyRing configured;
    private final Clock clock;

    private KeyRing ring = KeyRing.EMPTY;
    private @Nullable Instant tried;
    private @Nullable Instant succeeded;
    private @Nullable CompletableFuture<KeyRing> underWay;

    /**
     * Creates an instance; nothing is downloaded yet.
     *
     * @param suite the suite of the merchant and the gateway
     * @param download makes the signed call of {@code /v3/certificates}
     * @param v3Key 32 bytes
     * @param configured keys that may also have signed the response, such as the public key during a migration
     */
    public PlatformCertificates(
            CipherSuite suite,
            Supplier<CompletableFuture<Response>> download,
            byte[] v3Key,
            KeyRing configured,
            Clock clock) {
        this.suite = suite;
        this.download = download;
        this.v3Key = v3Key.clone();
        this.configured = configured;
        this.clock = clock;
    }

    /**
     * Response of the gateway.
     *
     * @param header looks up a header, ignoring case
     */
    public record Response(int status, Function<String, @Nullable String> header, byte[] body) {}

    /**
     * Returns the key with a serial number; empty if the gateway does not have it. The future fails if the download
     * fails.
     */
    CompletableFuture<Optional<GatewayKey>> key(String serial) {
        return current(found -> found.key(serial, clock.instant()).isPresent())
                .thenApply(found -> found.key(serial, clock.instant()));
    }

    /**
     * Returns the key to encrypt with; empty if the merchant has no platform certificates. The future fails if the
     * download fails.
     */
    CompletableFuture<Optional<GatewayKey>> encryption() {
        return current(found -> found.encryption(clock.instant()).isPresent())
                .thenApply(found -> found.encryption(clock.instant()));
    }

    private synchronized CompletableFuture<KeyRing> current(Function<KeyRing, Boolean> suffices) {
        Instant now = clock.instant();
        boolean enough = suffices.apply(ring);
        boolean due = succeeded == null || isOver(succeeded, REFRESH, now);
        Duration pause = succeeded == null ? FIRST_PAUSE : PAUSE;
        boolean mayTry = tried == null || isOver(tried, pause, now);
        if (underWay == null && (due || !enough) && mayTry) {
            start(now);
        }
        if (enough || underWay == null) {
            return succeeded == null && !enough
                    ? CompletableFuture.failedFuture(new VerificationException(
                            "the download of the platform certificates failed a moment ago, and is not retried yet"))
                    : CompletableFuture.completedFuture(ring);
        }
        // A copy, because a caller that cancels must not cancel the download for the others.
        return underWay.copy();
    }

    /** Returns true after a pause, and if the clock was set back, for it may have been hours ahead. */
    private static boolean isOver(Instant start, Duration pause, Instant now) {
        return now.isBefore(start) || !now.isBefore(start.plus(pause));
    }

    private void start(Instant now) {
        tried = now;
        CompletableFuture<KeyRing> refresh = new CompletableFuture<>();
        underWay = refresh;
        CompletableFuture<Response> response;
        try {
            response = download.get();
        } catch (RuntimeException | Error e) {
            // Otherwise, all callers would wait for a download that nobody makes.
            response = CompletableFuture.failedFuture(e);
        }
        response.whenComplete((received, failure) -> finish(refresh, received, failure));
    }

    private void finish(CompletableFuture<KeyRing> refresh, @Nullable Response response, @Nullable Throwable failure) {
        Throwable problem = failure;
        KeyRing result = KeyRing.EMPTY;
        synchronized (this) {
            underWay = null;
            if (response != null) {
                try {
                    ring = read(response).keeping(ring, clock.instant());
                    succeeded = clock.instant();
                } catch (VerificationException e) {
                    problem = e;
                } catch (RuntimeException | Error e) {
                    // Any failure must end the waiting of callers.
                    problem = new VerificationException("the response of /v3/certificates cannot be read", e);
                }
            }
            result = ring;
        }
        if (problem == null) {
            refresh.complete(result);
        } else {
            refresh.completeExceptionally(problem);
        }
    }

    private KeyRing read(Response response) throws VerificationException {
        if (CertificateList.saysNone(response.status(), response.body())) {
            return KeyRing.EMPTY;
        }
        if (response.status() != 200) {
            throw new VerificationException("/v3/certificates responded with HTTP status " + response.status());
        }
        KeyRing received = CertificateList.decrypt(suite, response.body(), v3Key);
        SignedMessage message = SignedMessage.of(suite, response.header());
        message.requireFresh(clock);
        // A certificate is authenticated by its encryption, so it may verify the response that contains it.
        Instant now = clock.instant();
        GatewayKey key = received.keeping(ring, now)
                .keeping(configured, now)
                .key(message.serial(), now)
                .orElseThrow(() -> new VerificationException("/v3/certificates is signed with "
                        + ForeignText.shown(message.serial()) + ", which is not trusted"));
        message.requireSignedBy(key.key(), response.body());
        return received;
    }
}
