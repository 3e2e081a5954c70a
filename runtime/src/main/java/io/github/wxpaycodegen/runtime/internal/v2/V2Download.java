package io.github.wxpaycodegen.runtime.internal.v2;

import io.github.wxpaycodegen.runtime.file.SavedFile;
import io.github.wxpaycodegen.runtime.internal.async.Futures;
import io.github.wxpaycodegen.runtime.internal.call.Call;
import io.github.wxpaycodegen.runtime.internal.call.CallSettings;
import io.github.wxpaycodegen.runtime.internal.call.ClientSettings;
import io.github.wxpaycodegen.runtime.internal.call.Exchange;
import io.github.wxpaycodegen.runtime.internal.call.ProtocolCall;
import io.github.wxpaycodegen.runtime.internal.download.FileReceiver;
import io.github.wxpaycodegen.runtime.internal.download.FileTarget;
import io.github.wxpaycodegen.runtime.internal.download.PartFile;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/**
 * A call of v2 whose response is a file. The file is moved to the target once it is certain that the response is not an
 * error.
 */
record V2Download(
        ClientSettings config,
        Exchange exchange,
        Call<?> call,
        Message message,
        CallSettings options,
        FileTarget target)
        implements ProtocolCall<SavedFile> {
    @Override
    public CompletableFuture<WxPayResponse<SavedFile>> start() {
        target.check();
        V2Request request = V2Request.of(call.operation(), message, config);
        V2ResponseReader<?> reader = new V2ResponseReader<>(call, request, config);
        FileReceiver receiver = new FileReceiver(
                call, exchange, config.clock(), target, null, null, (response, part) -> verify(reader, response, part));
        return Futures.within(
                receiver.receive(request.toTransport(call.operation(), options, config)), call.remaining(), call::late);
    }

    /** Verifies a file by its first bytes, because errors have status 200 too. */
    private CompletableFuture<Void> verify(V2ResponseReader<?> reader, TransportResponse response, PartFile part)
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
}
