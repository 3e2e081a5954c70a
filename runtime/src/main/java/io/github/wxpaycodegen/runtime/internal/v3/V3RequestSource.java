package io.github.wxpaycodegen.runtime.internal.v3;

import io.github.wxpaycodegen.runtime.internal.crypto.GatewayKey;
import java.util.Optional;

/** Creates the request of a call, once the gateway's key for its encrypted fields is known. */
@FunctionalInterface
public interface V3RequestSource {
    /** Returns the request, which all attempts send. */
    V3Request request(Optional<GatewayKey> key);
}
