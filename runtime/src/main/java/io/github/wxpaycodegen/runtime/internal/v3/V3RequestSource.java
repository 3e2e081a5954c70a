package io.github.wxpaycodegen.runtime.internal.v3;

import io.github.wxpaycodegen.runtime.internal.crypto.GatewayKey;
import java.util.Optional;

/** Makes the request of a call, once the gateway's key is known that encrypts its fields. */
@FunctionalInterface
public interface V3RequestSource {
    /** Returns the request, which all attempts send. */
    V3Request request(Optional<GatewayKey> key);
}
