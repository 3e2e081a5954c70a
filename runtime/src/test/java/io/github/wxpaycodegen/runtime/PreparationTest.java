package io.github.wxpaycodegen.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import io.github.wxpaycodegen.runtime.transport.Transport;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The transport starts while the first request is written and signed. */
class PreparationTest {
    private final List<String> events = new ArrayList<>();
    private @Nullable RuntimeException failure;

    @Test
    void precedesTheRequest() {
        try (WxPayClient client = client()) {
            client.context().call(operation(), new Sent(out -> events.add("write")));
        }

        assertThat(events).startsWith("prepare without certificate", "write").endsWith("send", "close");
    }

    @Test
    void isForTheConnectionsOfTheOperation() {
        try (WxPayClient client = client()) {
            client.context().call(operation(Trait.CLIENT_CERTIFICATE), new Sent(out -> {}));
        }

        assertThat(events).startsWith("prepare with certificate");
    }

    /** It is a hint: what cannot be started now is needed, and reported, a moment later. */
    @Test
    void failureIsIgnored() {
        failure = new IllegalStateException("no threads");
        try (WxPayClient client = client()) {
            client.context().call(operation(), new Sent(out -> {}));
        }

        assertThat(events).contains("send");
    }

    private static Operation<Sent, Map<String, String>> operation(Trait... traits) {
        return Operation.<Sent, Map<String, String>>v2(
                        HttpMethod.POST, "/v2/pay/micropay", "/pay/micropay", Read::readFrom)
                .traits(Trait.UNSIGNED_RESPONSE)
                .traits(traits)
                .build();
    }

    private WxPayClient client() {
        return WxPayClient.create(WxPayConfig.builder()
                .mchid("1900000001")
                .v2Key("0123456789abcdef0123456789abcdef")
                .transport(Recording::new)
                .build());
    }

    private final class Recording implements Transport {
        @Override
        public void prepare(boolean clientCertificate) {
            events.add(clientCertificate ? "prepare with certificate" : "prepare without certificate");
            if (failure != null) {
                throw failure;
            }
        }

        @Override
        public CompletableFuture<TransportResponse> send(TransportRequest request) {
            events.add("send");
            byte[] body = "<xml><return_code>SUCCESS</return_code></xml>".getBytes(StandardCharsets.UTF_8);
            return CompletableFuture.completedFuture(new TransportResponse(200, Map.of(), body));
        }

        @Override
        public void close() {
            events.add("close");
        }
    }
}
