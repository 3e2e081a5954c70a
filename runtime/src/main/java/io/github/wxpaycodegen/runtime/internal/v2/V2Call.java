package io.github.wxpaycodegen.runtime.internal.v2;

import io.github.wxpaycodegen.runtime.internal.async.Futures;
import io.github.wxpaycodegen.runtime.internal.call.Call;
import io.github.wxpaycodegen.runtime.internal.call.CallSettings;
import io.github.wxpaycodegen.runtime.internal.call.ClientSettings;
import io.github.wxpaycodegen.runtime.internal.call.Exchange;
import io.github.wxpaycodegen.runtime.internal.call.ProtocolCall;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import java.util.concurrent.CompletableFuture;

/** A call of v2: a single request, which is never repeated. */
record V2Call<R>(ClientSettings config, Exchange exchange, Call<R> call, Message message, CallSettings options)
        implements ProtocolCall<R> {
    @Override
    public CompletableFuture<WxPayResponse<R>> start() {
        V2Request request = V2Request.of(call.operation(), message, config);
        V2ResponseReader<R> reader = new V2ResponseReader<>(call, request, config);
        return Futures.map(exchange.send(call, request.toTransport(call.operation(), options, config)), reader::read);
    }
}
