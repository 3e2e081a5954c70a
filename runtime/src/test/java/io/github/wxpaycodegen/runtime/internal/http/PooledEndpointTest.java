package io.github.wxpaycodegen.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.runtime.transport.SendGate;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.nio.AsyncConnectionEndpoint;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;
import org.apache.hc.core5.http.nio.AsyncPushConsumer;
import org.apache.hc.core5.http.nio.HandlerFactory;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PooledEndpointTest {
    private final ConnectionPool pool = new ConnectionPool(PoolSettings.of(
            new TransportSettings(Duration.ofSeconds(5), 1024, List.of(), null, null),
            HttpClient5Transport.CONNECTION_LIFE,
            false));
    private final SendGate gate = new SendGate();
    private final CompletableFuture<TransportResponse> result = new CompletableFuture<>();
    private final List<String> events = new ArrayList<>();

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void callThatIsGivenUpEndsItsExchange() {
        execute();
        gate.pass();
        assertThat(events).isEmpty();

        result.cancel(true);

        assertThat(events).containsExactly("cancel");
    }

    @Test
    void callThatWasGivenUpBeforeEndsItsExchange() {
        gate.watch();
        gate.giveUp();
        result.cancel(true);

        execute();

        assertThat(events).containsExactly("failed");
    }

    @Test
    void responseLeavesConnectionAlone() {
        execute();
        gate.pass();

        result.complete(new TransportResponse(204, Map.of(), new byte[0]));

        assertThat(events).isEmpty();
    }

    private void execute() {
        AsyncClientExchangeHandler exchange = (AsyncClientExchangeHandler) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {AsyncClientExchangeHandler.class},
                (self, method, none) -> {
                    events.add(method.getName());
                    return null;
                });
        new PooledEndpoint(pool, new HttpRoute(new HttpHost("localhost", 80)), new Up())
                .execute("1", exchange, null, pool.context(gate, result));
    }

    /** A connection that is up. */
    private static final class Up extends AsyncConnectionEndpoint {
        @Override
        public void execute(
                String id,
                AsyncClientExchangeHandler exchange,
                @Nullable HandlerFactory<AsyncPushConsumer> pushHandlers,
                HttpContext context) {}

        @Override
        public boolean isConnected() {
            return true;
        }

        @Override
        public void setSocketTimeout(Timeout timeout) {}

        @Override
        public void close(CloseMode mode) {}
    }
}
