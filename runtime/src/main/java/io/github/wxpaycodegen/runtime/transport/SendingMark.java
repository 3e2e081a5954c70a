package io.github.wxpaycodegen.runtime.transport;

import java.io.IOException;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.async.AsyncExecChainHandler;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;

/**
 * Notes in the context of an exchange that its connection is up, handshakes done, and the request goes out. Whatever fails
 * before that moment has sent nothing of it. It stands behind the step of the client that connects.
 */
final class SendingMark implements AsyncExecChainHandler {
    private static final String BEGUN = SendingMark.class.getName();

    /** Whether any of the request may have left. */
    static boolean isSet(HttpClientContext context) {
        return context.getAttribute(BEGUN) != null;
    }

    @Override
    public void execute(
            HttpRequest request,
            AsyncEntityProducer entityProducer,
            AsyncExecChain.Scope scope,
            AsyncExecChain chain,
            AsyncExecCallback callback)
            throws HttpException, IOException {
        scope.clientContext.setAttribute(BEGUN, Boolean.TRUE);
        chain.proceed(request, entityProducer, scope, callback);
    }
}
