package io.github.wxpaycodegen.simulator.internal.v3;

import io.github.wxpaycodegen.simulator.internal.keys.Nonces;
import io.github.wxpaycodegen.simulator.internal.keys.PlatformKey;
import io.github.wxpaycodegen.simulator.internal.keys.PlatformKeys;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Signs v3 responses. */
public final class V3ResponseSigner {
    private final PlatformKeys keys;
    private final Clock clock;

    /** Creates a signer with the keys and the clock of the platform. */
    public V3ResponseSigner(PlatformKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Returns the headers of a signature.
     *
     * @param asked the serial number that the request names; empty if it names none
     * @param signedBody the signed bytes
     * @param skew how far the platform's clock is ahead
     */
    public Map<String, String> sign(Optional<String> asked, byte[] signedBody, Duration skew) {
        PlatformKey key = keys.forResponse(asked);
        String timestamp = Long.toString(clock.instant().plus(skew).getEpochSecond());
        String nonce = Nonces.next();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(V3Headers.TIMESTAMP, timestamp);
        headers.put(V3Headers.NONCE, nonce);
        headers.put(
                V3Headers.SIGNATURE,
                keys.suite().sign(key.privateKey(), V3SignedText.response(timestamp, nonce, signedBody)));
        headers.put(V3Headers.SERIAL, key.serial());
        headers.put(V3Headers.SIGNATURE_TYPE, keys.suite().scheme());
        return headers;
    }
}
