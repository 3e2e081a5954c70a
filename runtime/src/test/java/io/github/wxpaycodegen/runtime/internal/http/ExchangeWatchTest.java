package io.github.wxpaycodegen.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.transport.SendGate;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.nio.command.RequestExecutionCommand;
import org.apache.hc.core5.reactor.IOSession;
import org.junit.jupiter.api.Test;

/** A thread that was held up sends before it reads, so it looks at the connection itself. */
class ExchangeWatchTest {
    private static final int END = -1;

    private final HttpClientContext context = HttpClientContext.create();
    private final TunnelSession session = new TunnelSession(fake(IOSession.class));
    private ExchangeWatch next = watch(new SendGate());
    private int readable;

    @Test
    void sendsOnANewConnectionWhateverTlsSays() throws Exception {
        readable = 1;

        assertThat(isSent()).isTrue();
    }

    @Test
    void sendsAfterAResponseBehindWhichNothingCame() throws Exception {
        respond();

        assertThat(isSent()).isTrue();
    }

    @Test
    void refusesConnectionOnWhichBytesAreUnread() throws Exception {
        respond();
        readable = 1;

        assertRefused();
    }

    @Test
    void refusesConnectionThatTheServerHasEnded() throws Exception {
        respond();
        readable = END;

        assertRefused();
    }

    private void respond() throws Exception {
        assertThat(isSent()).isTrue();
        next.consumeResponse(new BasicHttpResponse(204), null, context);
        next = watch(new SendGate());
    }

    private void assertRefused() {
        assertThatThrownBy(this::isSent)
                .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.isConnectionStale())
                        .isTrue());
    }

    private boolean isSent() throws Exception {
        boolean[] sent = {false};
        assertThat(session.poll()).isNotNull();
        RequestChannel channel = (request, entity, requestContext) -> sent[0] = true;
        next.produceRequest(channel, context);
        return sent[0];
    }

    private ExchangeWatch watch(SendGate gate) {
        return new ExchangeWatch(fake(AsyncClientExchangeHandler.class), gate, null);
    }

    /** The session of a connection with readable bytes, and an exchange that sends a request at once. */
    private <T> T fake(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> switch (method.getName()) {
                    case "channel" -> fake(ByteChannel.class);
                    case "poll" -> new RequestExecutionCommand(next, context);
                    case "read" -> {
                        assertThat(((ByteBuffer) arguments[0]).hasRemaining()).isTrue();
                        yield readable;
                    }
                    case "produceRequest" -> {
                        ((RequestChannel) arguments[0]).sendRequest(new BasicHttpRequest("GET", "/"), null, context);
                        yield null;
                    }
                    default -> null;
                }));
    }
}
