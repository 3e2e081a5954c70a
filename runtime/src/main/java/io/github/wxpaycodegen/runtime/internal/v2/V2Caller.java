package io.github.wxpaycodegen.runtime.internal.v2;

import io.github.wxpaycodegen.runtime.file.SavedFile;
import io.github.wxpaycodegen.runtime.internal.call.Call;
import io.github.wxpaycodegen.runtime.internal.call.CallSettings;
import io.github.wxpaycodegen.runtime.internal.call.ClientSettings;
import io.github.wxpaycodegen.runtime.internal.call.Exchange;
import io.github.wxpaycodegen.runtime.internal.call.Hosts;
import io.github.wxpaycodegen.runtime.internal.call.ProtocolCall;
import io.github.wxpaycodegen.runtime.internal.download.FileTarget;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.operation.Operation;
import java.net.URI;

/** The v2 part of a client, which makes its calls of v2. */
public final class V2Caller {
    private final ClientSettings config;
    private final Exchange exchange;

    /** Creates a caller with settings and an exchange. */
    public V2Caller(ClientSettings config, Exchange exchange) {
        this.config = config;
        this.exchange = exchange;
    }

    /** Returns a call whose request is a message. */
    public <R> ProtocolCall<R> call(Call<R> call, Message message, CallSettings options) {
        return new V2Call<>(config, exchange, call, message, options);
    }

    /** Returns a call whose response is a file, which is moved to the target. */
    public ProtocolCall<SavedFile> save(Call<?> call, Message message, CallSettings options, FileTarget target) {
        return new V2Download(config, exchange, call, message, options, target);
    }

    /** Returns the signed URL of an operation that a browser opens. */
    public URI redirect(Operation<?, URI> operation, Message message, CallSettings options) {
        V2Request request = V2Request.of(operation, message, config);
        String fragment = operation.fragment() == null ? "" : "#" + operation.fragment();
        URI host = new Hosts(config).host(operation, options);
        return Hosts.join(host, operation.path() + request.query() + fragment);
    }
}
