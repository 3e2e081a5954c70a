package io.github.wxpaycodegen.springboot.autoconfigure;

import io.github.wxpaycodegen.runtime.CallEnd;
import io.github.wxpaycodegen.runtime.CallListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Notes what the calls of one merchant show about the gateway, so that the health indicator need not call it. */
final class GatewayContact implements CallListener {
    private static final String CERTIFICATES = "/v3/certificates";

    private final Clock clock;
    private volatile @Nullable Duration clockDifference;
    private volatile @Nullable Instant downloaded;
    private volatile @Nullable Instant downloadFailed;

    GatewayContact(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void onEnd(CallEnd end) {
        Instant now = clock.instant();
        Instant gatewayTime = end.gatewayTime();
        if (gatewayTime != null) {
            clockDifference =
                    Duration.ofSeconds(Duration.between(gatewayTime, now).toSeconds());
        }
        if (CERTIFICATES.equals(end.call().operation())) {
            if (end.isSuccess()) {
                downloaded = now;
            } else {
                downloadFailed = now;
            }
        }
    }

    /**
     * Returns by how much the local clock was ahead of the gateway's when a call last succeeded, in seconds, including the
     * time of the response on its way; null if no v3 call has succeeded yet.
     */
    @Nullable
    Duration clockDifference() {
        return clockDifference;
    }

    /** Returns when platform certificates were last downloaded; null for never. */
    @Nullable
    Instant downloaded() {
        return downloaded;
    }

    /** Returns when a download failed that no successful one has followed; null for none. */
    @Nullable
    Instant downloadFailed() {
        Instant failed = downloadFailed;
        Instant success = downloaded;
        return failed != null && (success == null || failed.isAfter(success)) ? failed : null;
    }
}
