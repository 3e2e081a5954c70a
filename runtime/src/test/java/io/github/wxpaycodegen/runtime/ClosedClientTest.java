package io.github.wxpaycodegen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClosedClientTest {
    private static final String CLOSED = "the client is closed. Nothing was sent: create another client.";
    private static final Operation<Sent, Map<String, String>> REFUND = Operation.<Sent, Map<String, String>>v3(
                    HttpMethod.POST, "/v3/refunds", Read::readFrom)
            .traits(Trait.IDEMPOTENT)
            .build();
    private static final Operation<Sent, Map<String, String>> V2_REFUND = Operation.<Sent, Map<String, String>>v2(
                    HttpMethod.POST, "/v2/secapi/pay/refund", "/secapi/pay/refund", Read::readFrom)
            .build();

    private final V3Gateway gateway = new V3Gateway();

    @Test
    void callsAreNotSent() {
        WxPayClient client = gateway.client(config -> config.v2Key("192006250b4c09247ec02edce69f6a2d"));
        client.close();

        for (Operation<Sent, ?> operation : List.of(REFUND, V2_REFUND)) {
            TransportException e = catchThrowableOfType(
                    TransportException.class, () -> client.context().call(operation, new Sent(out -> {})));

            assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(e).hasMessage(operation.id() + ": " + CLOSED);
            assertThat(e.advice()).isEqualTo("Nothing was sent: create another client.");
            assertThat(e.operation()).isEqualTo(operation.info());
        }
        assertThatThrownBy(() -> client.context().raw().v3("GET", "/v3/refunds").send())
                .hasMessageContaining(CLOSED);
        assertThatThrownBy(() ->
                        client.context().callAsync(REFUND, new Sent(out -> {})).get(5, TimeUnit.MINUTES))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining(CLOSED);
        assertThat(gateway.sent()).isEmpty();
    }

    @Test
    void callInProgressIsNotRepeatedAndStaysUnknown() {
        CompletableFuture<TransportResponse> response = gateway.answerLater();
        WxPayClient client = gateway.client();
        CompletableFuture<Map<String, String>> call = client.context().callAsync(REFUND, new Sent(out -> {}));

        client.close();
        response.completeExceptionally(new TransportException(Outcome.UNKNOWN, "broke off", null));

        assertThatThrownBy(() -> call.get(5, TimeUnit.MINUTES))
                .cause()
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN));
        assertThat(gateway.sent()).hasSize(1);
    }

    @Test
    void refusalOfTheTransportAfterCloseIsNotRepeated() {
        CompletableFuture<TransportResponse> response = gateway.answerLater();
        WxPayClient client = gateway.client();
        CompletableFuture<Map<String, String>> call = client.context().callAsync(REFUND, new Sent(out -> {}));

        client.close();
        response.completeExceptionally(new TransportException(Outcome.NOT_SENT, "closed", null));

        assertThatThrownBy(() -> call.get(5, TimeUnit.MINUTES)).hasMessageContaining(CLOSED);
        assertThat(gateway.sent()).hasSize(1);
    }
}
