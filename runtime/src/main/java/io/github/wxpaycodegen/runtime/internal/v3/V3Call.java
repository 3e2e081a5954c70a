package io.github.wxpaycodegen.runtime.internal.v3;

import io.github.wxpaycodegen.runtime.internal.async.Futures;
import io.github.wxpaycodegen.runtime.internal.call.Call;
import io.github.wxpaycodegen.runtime.internal.call.CallSettings;
import io.github.wxpaycodegen.runtime.internal.call.ClientSettings;
import io.github.wxpaycodegen.runtime.internal.call.Hosts;
import io.github.wxpaycodegen.runtime.internal.call.MaskedBody;
import io.github.wxpaycodegen.runtime.internal.call.ProtocolCall;
import io.github.wxpaycodegen.runtime.internal.call.RequestHeaders;
import io.github.wxpaycodegen.runtime.internal.crypto.GatewayKey;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A call of v3: the gateway's key, the request, and the attempts to send it.
 *
 * @param <R> the value of the response
 */
final class V3Call<R> implements ProtocolCall<R> {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.wxpaycodegen.runtime");

    private final ClientSettings config;
    private final V3Trust trust;
    private final Call<?> call;
    private final Operation<?, ?> operation;
    private final CallSettings options;
    private final V3RequestSource source;
    private final V3Reception<R> reception;

    V3Call(
            ClientSettings config,
            V3Trust trust,
            Call<?> call,
            CallSettings options,
            V3RequestSource source,
            V3Reception<R> reception) {
        this.config = config;
        this.trust = trust;
        this.call = call;
        this.operation = call.operation();
        this.options = options;
        this.source = source;
        this.reception = reception;
    }

    @Override
    public CompletableFuture<WxPayResponse<R>> start() {
        List<URI> hosts = reception.hosts(new Hosts(config), options);
        trust.requireConfigured(operation);
        CompletableFuture<Optional<GatewayKey>> encryption = trust.encryption();
        // A request may read files, so it is not created on the thread of the transport on which the keys arrive.
        CompletableFuture<WxPayResponse<R>> response = encryption.isDone()
                ? Futures.compose(encryption, key -> send(key, hosts))
                : Futures.composeBlocking(encryption, key -> send(key, hosts));
        // Obtaining keys takes time too, before the request and after the response.
        return Futures.within(response, call.remaining(), call::late);
    }

    private CompletableFuture<WxPayResponse<R>> send(Optional<GatewayKey> key, List<URI> hosts) {
        trust.requireKey(operation, key);
        V3Request request = source.request(key);
        if (config.logBodies() && LOG.isDebugEnabled() && request.signedBody().length > 0) {
            LOG.debug("{} sends {}", operation, MaskedBody.json(request.signedBody()));
        }
        Integer limit = options.maxAttempts();
        return new V3Attempts<>(
                        call,
                        hosts,
                        limit == null ? config.limits().maxAttempts() : limit,
                        new Attempt(request, headers(request, key)))
                .start();
    }

    private Map<String, String> headers(V3Request request, Optional<GatewayKey> key) {
        Map<String, String> headers =
                RequestHeaders.of(options, request.headers(), request.contentType(), "application/json, */*");
        // The header names the key of the encrypted fields, and requests a response that is signed with it.
        key.ifPresent(present -> headers.put("Wechatpay-Serial", present.serial()));
        return headers;
    }

    /** One attempt: the request is the same in each, but is signed again. */
    private final class Attempt implements V3Attempt<R> {
        private final V3Request request;
        private final Map<String, String> headers;

        Attempt(V3Request request, Map<String, String> headers) {
            this.request = request;
            this.headers = headers;
        }

        @Override
        public CompletableFuture<WxPayResponse<R>> send(URI host) {
            return reception.receive(request, signed(Hosts.join(host, request.target())));
        }

        private TransportRequest signed(URI uri) {
            Map<String, String> all = new LinkedHashMap<>(headers);
            if (!operation.has(Trait.UNSIGNED_REQUEST)) {
                all.put("Authorization", trust.authorization(operation.method(), uri, request.signedBody()));
            }
            return new TransportRequest(
                    operation.method().name(), uri, all, request.body(), operation.has(Trait.CLIENT_CERTIFICATE));
        }
    }
}
