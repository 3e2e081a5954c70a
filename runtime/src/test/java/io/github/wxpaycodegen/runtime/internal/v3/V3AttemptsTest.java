package io.github.wxpaycodegen.runtime.internal.v3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wxpaycodegen.runtime.Read;
import io.github.wxpaycodegen.runtime.Sent;
import io.github.wxpaycodegen.runtime.V3Gateway;
import io.github.wxpaycodegen.runtime.WxPayClient;
import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import io.github.wxpaycodegen.runtime.transport.Transport;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The attempt that a call reports if several have failed. */
class V3AttemptsTest {
    private static final Operation<Sent, Map<String, String>> IDEMPOTENT = Operation.<Sent, Map<String, String>>v3(
                    HttpMethod.POST, "/v3/refund", Read::readFrom)
            .traits(Trait.JSON_BODY)
            .traits(Trait.IDEMPOTENT)
            .build();
    private static final NoSuchMethodError ERROR = new NoSuchMethodError("buildAsync");

    @Test
    void reportsLastOfTwoUnknownOutcomes() {
        WxPayException e = failure(
                request -> CompletableFuture.failedFuture(new TransportException(Outcome.UNKNOWN, "broke off", null)),
                request -> answer(503, "{\"code\":\"SYSTEM_ERROR\"}"));

        assertThat(e).isInstanceOf(GatewayException.class);
        assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(e.getSuppressed()).noneMatch(WxPayException.class::isInstance);
    }

    @Test
    void reportsUnknownOutcomeBeforeLaterRejection() {
        WxPayException e = failure(
                request -> answer(503, "{\"code\":\"SYSTEM_ERROR\"}"),
                request -> answer(400, "{\"code\":\"PARAM_ERROR\"}"));

        assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(e.getSuppressed()).anySatisfy(later -> assertThat(later).hasMessageContaining("code PARAM_ERROR"));
    }

    @Test
    void reportsUnknownOutcomeBeforeLaterError() {
        WxPayException e = failure(request -> answer(503, "{\"code\":\"SYSTEM_ERROR\"}"), request -> {
            request.gate().watch();
            throw ERROR;
        });

        assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(e.getSuppressed()).contains(ERROR);
    }

    /** The first transport does not keep the gate, but says that it sent nothing. */
    @Test
    void reportsNotSentIfNoAttemptWasSent() {
        WxPayException e = failure(
                request -> CompletableFuture.failedFuture(new TransportException(Outcome.NOT_SENT, "refused", null)),
                request -> {
                    request.gate().watch();
                    throw ERROR;
                });

        assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(e).hasCause(ERROR);
    }

    /** What a transport does with a request. */
    private interface Attempt {
        CompletableFuture<TransportResponse> send(TransportRequest request);
    }

    private static WxPayException failure(Attempt first, Attempt second) {
        Deque<Attempt> left = new ArrayDeque<>(List.of(first, second));
        Transport transport = new Transport() {
            @Override
            public CompletableFuture<TransportResponse> send(TransportRequest request) {
                return left.remove().send(request);
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
        try (WxPayClient client = WxPayClient.create(
                V3Gateway.config().maxAttempts(2).transport(() -> transport).build())) {
            WxPayException failure = catchThrowableOfType(
                    WxPayException.class, () -> client.context().call(IDEMPOTENT, new Sent(out -> {})));
            assertThat(left).isEmpty();
            return failure;
        }
    }

    private static CompletableFuture<TransportResponse> answer(int status, String body) {
        return CompletableFuture.completedFuture(
                new TransportResponse(status, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }
}
