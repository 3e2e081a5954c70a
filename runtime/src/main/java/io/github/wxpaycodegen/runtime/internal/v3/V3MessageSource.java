package io.github.wxpaycodegen.runtime.internal.v3;

import io.github.wxpaycodegen.runtime.internal.call.ClientSettings;
import io.github.wxpaycodegen.runtime.internal.crypto.GatewayKey;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.operation.Operation;
import java.util.List;
import java.util.Optional;

/**
 * Creates the request from a message.
 *
 * @param segments the values of the template segments, percent-encoded
 */
record V3MessageSource(Operation<?, ?> operation, Message message, List<String> segments, ClientSettings config)
        implements V3RequestSource {
    @Override
    public V3Request request(Optional<GatewayKey> key) {
        return V3Request.of(operation, message, segments, config, key);
    }
}
