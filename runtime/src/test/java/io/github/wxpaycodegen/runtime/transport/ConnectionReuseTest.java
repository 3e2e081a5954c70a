package io.github.wxpaycodegen.runtime.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection is used again only if nothing has come on it that belongs to no request, and its end is believed only if it was said. */
@Timeout(60)
class ConnectionReuseTest {
    private static final int CALLS = 60;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void secondResponseIsNeverTakenForTheNext(boolean tls) throws Exception {
        RawServer.Conversation conversation = connection -> {
            while (true) {
                String asked = connection.request().split(" ")[1];
                connection.respond("200 OK", asked);
                Thread.sleep(3);
                connection.respond("200 OK", "of another order");
            }
        };
        int wrong = 0;
        try (RawServer server = tls ? RawServer.tls(conversation) : RawServer.plain(conversation);
                Transport transport = transport()) {
            for (int i = 0; i < CALLS; i++) {
                String path = "/order/" + i;
                if (!body(transport, server, path).equals(path)) {
                    wrong++;
                }
            }
        }
        assertThat(wrong).isZero();
    }

    private static String body(Transport transport, RawServer server, String path) throws Exception {
        TransportResponse response = transport
                .send(new TransportRequest("GET", URI.create(server.uri() + path), Map.of(), new byte[0], false))
                .get(30, TimeUnit.SECONDS);
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static Transport transport() {
        return new HttpClient5Transport(new TransportSettings(
                Duration.ofSeconds(5), 100_000, List.of(RawServer.certificateAuthority()), null, null));
    }
}
