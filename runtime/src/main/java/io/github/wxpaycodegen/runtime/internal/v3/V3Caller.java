package io.github.wxpaycodegen.runtime.internal.v3;

import io.github.wxpaycodegen.runtime.file.FileHash;
import io.github.wxpaycodegen.runtime.file.FileLink;
import io.github.wxpaycodegen.runtime.file.FileSeal;
import io.github.wxpaycodegen.runtime.file.SavedFile;
import io.github.wxpaycodegen.runtime.internal.async.Futures;
import io.github.wxpaycodegen.runtime.internal.call.Call;
import io.github.wxpaycodegen.runtime.internal.call.CallSettings;
import io.github.wxpaycodegen.runtime.internal.call.ClientSettings;
import io.github.wxpaycodegen.runtime.internal.call.Echoes;
import io.github.wxpaycodegen.runtime.internal.call.Exchange;
import io.github.wxpaycodegen.runtime.internal.call.FileLinks;
import io.github.wxpaycodegen.runtime.internal.call.Hosts;
import io.github.wxpaycodegen.runtime.internal.call.MaskedBody;
import io.github.wxpaycodegen.runtime.internal.call.V3Account;
import io.github.wxpaycodegen.runtime.internal.crypto.GatewayKey;
import io.github.wxpaycodegen.runtime.internal.crypto.TrustedKeys;
import io.github.wxpaycodegen.runtime.internal.download.FileDecryption;
import io.github.wxpaycodegen.runtime.internal.download.FileReceiver;
import io.github.wxpaycodegen.runtime.internal.download.FileTarget;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.net.URI;
import java.security.PrivateKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a call of a v3 operation, from the message to the verified response. */
public final class V3Caller {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.wxpaycodegen.runtime");

    private final ClientSettings config;
    private final Exchange exchange;
    private final Hosts hosts;
    private final V3Trust merchant;
    private final V3Trust brand;

    public V3Caller(ClientSettings config, Exchange exchange) {
        this.config = config;
        this.exchange = exchange;
        this.hosts = new Hosts(config);
        this.merchant = new V3Trust(config, config.account(V3Account.MERCHANT), exchange);
        this.brand = new V3Trust(config, config.account(V3Account.BRAND), exchange);
    }

    public TrustedKeys trustedKeys(V3Account account) {
        return trust(account).keys();
    }

    private V3Trust trust(V3Account account) {
        return account == V3Account.BRAND ? brand : merchant;
    }

    private V3Trust trust(Operation<?, ?> operation) {
        return trust(V3Account.of(operation.path()));
    }

    public <R> CompletableFuture<WxPayResponse<R>> call(
            Call<R> call, Message message, List<String> segments, CallSettings options) {
        return call(call, key -> V3Request.of(call.operation(), message, segments, config, key), options);
    }

    /** Makes a call with a request that is made once the key is there which encrypts its fields. */
    public <R> CompletableFuture<WxPayResponse<R>> call(
            Call<R> call, Function<Optional<GatewayKey>, V3Request> made, CallSettings options) {
        return call(
                call,
                made,
                options,
                hosts.inTurn(call.operation(), options),
                (request, outgoing) ->
                        Futures.compose(exchange.send(call, outgoing), response -> read(call, request, response)));
    }

    /** Calls an operation that answers a file, and puts the file in its place. */
    public CompletableFuture<WxPayResponse<SavedFile>> save(
            Call<?> call, Message message, List<String> segments, CallSettings options, FileTarget target) {
        FileReceiver receiver = receiver(call, target, null, null);
        return call(
                call,
                key -> V3Request.of(call.operation(), message, segments, config, key),
                options,
                hosts.inTurn(call.operation(), options),
                (request, outgoing) -> receiver.receive(outgoing));
    }

    /** Fetches the file that a link leads to, and puts it in its place. */
    public CompletableFuture<WxPayResponse<SavedFile>> fetch(
            Call<?> call, FileLink link, CallSettings options, FileTarget target) {
        List<URI> host = List.of(hosts.ofLink(link));
        FileReceiver receiver = receiver(call, target, link.hash(), opening(link));
        return call(
                call,
                key -> V3Request.ofTarget(FileLinks.target(link)),
                options,
                host,
                (request, outgoing) -> receiver.receive(outgoing));
    }

    private FileReceiver.@Nullable Opening opening(FileLink link) {
        FileSeal seal = link.seal();
        PrivateKey key = config.account(V3Account.of(FileLinks.path(link))).privateKey();
        return seal == null ? null : part -> FileDecryption.decrypt(seal, Objects.requireNonNull(key), part);
    }

    private FileReceiver receiver(
            Call<?> call, FileTarget target, @Nullable FileHash expected, FileReceiver.@Nullable Opening opening) {
        V3ResponseReader<?> reader = new V3ResponseReader<>(call, Echoes.NONE, config);
        return new FileReceiver(
                call,
                exchange,
                config.clock(),
                target,
                expected,
                opening,
                (response, part) -> part.accepted()
                        ? trust(call.operation())
                                .verify(
                                        call.operation(),
                                        response,
                                        reader,
                                        Covered.of(part, config.limits().maxResponseBytes()))
                        : trust(call.operation()).refusal(response, reader));
    }

    private <R> CompletableFuture<WxPayResponse<R>> call(
            Call<?> call,
            Function<Optional<GatewayKey>, V3Request> made,
            CallSettings options,
            List<URI> hostsInTurn,
            BiFunction<V3Request, TransportRequest, CompletableFuture<WxPayResponse<R>>> exchanged) {
        Operation<?, ?> operation = call.operation();
        V3Trust trust = trust(operation);
        trust.requireConfigured(operation);
        Function<Optional<GatewayKey>, CompletableFuture<WxPayResponse<R>>> send = key -> {
            trust.requireKey(operation, key);
            V3Request request = made.apply(key);
            if (config.logBodies() && LOG.isDebugEnabled() && request.signedBody().length > 0) {
                LOG.debug("{} sends {}", operation, MaskedBody.json(request.signedBody()));
            }
            Map<String, String> headers = headers(request, options, key);
            return new V3Attempts<R>(
                            call,
                            hostsInTurn,
                            options.maxAttempts() == null ? config.limits().maxAttempts() : options.maxAttempts(),
                            host -> exchanged.apply(request, sealed(operation, request, headers, host)))
                    .start();
        };
        CompletableFuture<Optional<GatewayKey>> encryption = trust.encryption();
        // A request may read files: where keys come first, not on the thread of the transport that brings them.
        CompletableFuture<WxPayResponse<R>> response =
                encryption.isDone() ? Futures.compose(encryption, send) : Futures.composeBlocking(encryption, send);
        // The keys take time too, before the request and behind it.
        return Futures.within(response, call.remaining(), call::late);
    }

    private TransportRequest sealed(
            Operation<?, ?> operation, V3Request request, Map<String, String> headers, URI host) {
        URI uri = Hosts.join(host, request.target());
        Map<String, String> signed = new LinkedHashMap<>(headers);
        if (!operation.has(Trait.UNSIGNED_REQUEST)) {
            signed.put("Authorization", trust(operation).authorization(operation.method(), uri, request.signedBody()));
        }
        return new TransportRequest(
                operation.method().name(), uri, signed, request.body(), operation.has(Trait.CLIENT_CERTIFICATE));
    }

    private <R> CompletableFuture<WxPayResponse<R>> read(Call<R> call, V3Request request, TransportResponse response) {
        V3ResponseReader<R> reader = new V3ResponseReader<>(call, request.echoes(), config);
        if (!V3ResponseReader.isSuccess(response)) {
            return trust(call.operation()).refusal(response, reader);
        }
        return Futures.map(
                trust(call.operation())
                        .verify(
                                call.operation(),
                                response,
                                reader,
                                Covered.of(response.body(), config.clock().instant())),
                verified -> reader.success(response));
    }

    private static Map<String, String> headers(V3Request request, CallSettings options, Optional<GatewayKey> key) {
        // One header of a name, however the caller and the spec spell it.
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(options.headers());
        headers.putAll(request.headers());
        if (request.contentType() != null) {
            headers.put("Content-Type", request.contentType());
        }
        headers.put("Accept", "application/json, */*");
        // Names the key of the encrypted fields, and asks for the answer to be signed with it.
        key.ifPresent(k -> headers.put("Wechatpay-Serial", k.serial()));
        return headers;
    }
}
