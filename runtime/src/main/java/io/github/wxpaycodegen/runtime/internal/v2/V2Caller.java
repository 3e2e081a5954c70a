package io.github.wxpaycodegen.runtime.internal.v2;

import io.github.wxpaycodegen.runtime.file.SavedFile;
import io.github.wxpaycodegen.runtime.internal.async.Futures;
import io.github.wxpaycodegen.runtime.internal.call.Call;
import io.github.wxpaycodegen.runtime.internal.call.CallSettings;
import io.github.wxpaycodegen.runtime.internal.call.ClientSettings;
import io.github.wxpaycodegen.runtime.internal.call.Exchange;
import io.github.wxpaycodegen.runtime.internal.call.Hosts;
import io.github.wxpaycodegen.runtime.internal.call.MaskedBody;
import io.github.wxpaycodegen.runtime.internal.download.FileReceiver;
import io.github.wxpaycodegen.runtime.internal.download.FileTarget;
import io.github.wxpaycodegen.runtime.internal.download.PartFile;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a call of a v2 operation, from the message to the verified response: one request, never a second. */
public final class V2Caller {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.wxpaycodegen.runtime");

    private final ClientSettings config;
    private final Exchange exchange;
    private final Hosts hosts;

    public V2Caller(ClientSettings config, Exchange exchange) {
        this.config = config;
        this.exchange = exchange;
        this.hosts = new Hosts(config);
    }

    public <R> CompletableFuture<WxPayResponse<R>> call(Call<R> call, Message message, CallSettings options) {
        Operation<?, R> operation = call.operation();
        V2Request request = V2Request.of(operation, message, config);
        V2ResponseReader<R> reader = new V2ResponseReader<>(call, request, config);
        return Futures.map(exchange.send(call, sealed(operation, request, options)), reader::read);
    }

    /** Calls an operation that answers a file, and puts the file in its place. */
    public CompletableFuture<WxPayResponse<SavedFile>> save(
            Call<?> call, Message message, CallSettings options, FileTarget target) {
        Operation<?, ?> operation = call.operation();
        V2Request request = V2Request.of(operation, message, config);
        V2ResponseReader<?> reader = new V2ResponseReader<>(call, request, config);
        FileReceiver receiver = new FileReceiver(
                call, exchange, config.clock(), target, null, null, (response, part) -> judge(reader, response, part));
        return Futures.within(receiver.receive(sealed(operation, request, options)), call.remaining(), call::late);
    }

    /** A failure comes with status 200 too, so it is told from a file by its first bytes. */
    private CompletableFuture<Void> judge(V2ResponseReader<?> reader, TransportResponse response, PartFile part)
            throws IOException {
        if (!part.accepted()) {
            return CompletableFuture.failedFuture(reader.noFile(response));
        }
        if (V2File.isPlausible(part.first(V2File.FIRST_BYTES))) {
            return CompletableFuture.completedFuture(null);
        }
        byte[] body =
                part.first((int) Math.min(Integer.MAX_VALUE, config.limits().maxResponseBytes()));
        return CompletableFuture.failedFuture(
                reader.noFile(new TransportResponse(response.status(), response.headers(), body)));
    }

    private TransportRequest sealed(Operation<?, ?> operation, V2Request request, CallSettings options) {
        URI uri = Hosts.join(hosts.resolve(operation, options), operation.path() + request.query());
        if (config.logBodies() && LOG.isDebugEnabled() && !operation.has(Trait.MULTIPART)) {
            LOG.debug("{} sends {}", operation, MaskedBody.xml(request.body()));
        }
        return new TransportRequest(
                operation.method().name(),
                uri,
                headers(operation, request, options),
                request.body(),
                operation.has(Trait.CLIENT_CERTIFICATE));
    }

    /** The signed URL of an operation that a browser opens. */
    public URI redirect(Operation<?, URI> operation, Message message, CallSettings options) {
        V2Request request = V2Request.of(operation, message, config);
        String fragment = operation.fragment() == null ? "" : "#" + operation.fragment();
        return Hosts.join(hosts.resolve(operation, options), operation.path() + request.query() + fragment);
    }

    private static Map<String, String> headers(Operation<?, ?> operation, V2Request request, CallSettings options) {
        // One header of a name, however the caller and the spec spell it.
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(options.headers());
        headers.putAll(request.headers());
        if (request.contentType() != null) {
            headers.put("Content-Type", request.contentType());
        }
        headers.put("Accept", operation.responseKind() == Operation.ResponseKind.XML ? "text/xml" : "*/*");
        return headers;
    }
}
