package io.github.wxpaycodegen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.error.FileException;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.error.InvalidResponseException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Users make exceptions and responses to test their handlers with. */
class ExceptionBuilderTest {
    @Test
    void gatewayExceptionHasValuesOfBuilder() {
        IOException cause = new IOException("reset");

        GatewayException e = GatewayException.builder(Outcome.REJECTED)
                .operation(HttpMethod.POST, "/v3/refund/domestic/refunds")
                .httpStatus(403)
                .returnCode("SUCCESS")
                .returnMsg("OK")
                .resultCode("FAIL")
                .errorCode("NOT_ENOUGH")
                .errorMessage("余额不足")
                .detail("{}")
                .requestId("R1")
                .retryAfter(Duration.ofSeconds(3))
                .rawBody("{\"code\":\"NOT_ENOUGH\"}")
                .advice("Add money.")
                .cause(cause)
                .build();

        assertThat(e)
                .hasMessage("/v3/refund/domestic/refunds: the gateway returned NOT_ENOUGH")
                .hasCause(cause);
        assertThat(e.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(e.operation()).hasToString("POST /v3/refund/domestic/refunds");
        assertThat(e.httpStatus()).isEqualTo(403);
        assertThat(e.returnCode()).isEqualTo("SUCCESS");
        assertThat(e.returnMsg()).isEqualTo("OK");
        assertThat(e.resultCode()).isEqualTo("FAIL");
        assertThat(e.errorCode()).isEqualTo("NOT_ENOUGH");
        assertThat(e.errorMessage()).isEqualTo("余额不足");
        assertThat(e.detail()).isEqualTo("{}");
        assertThat(e.requestId()).isEqualTo("R1");
        assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(3));
        assertThat(e.rawBody()).isEqualTo("{\"code\":\"NOT_ENOUGH\"}");
        assertThat(e.advice()).isEqualTo("Add money.");
        assertThat(e.canSettle()).isFalse();
    }

    @Test
    void exceptionHasDefaults() {
        GatewayException rejected = GatewayException.builder(Outcome.REJECTED).build();
        GatewayException unknown = GatewayException.builder(Outcome.UNKNOWN).build();
        InvalidResponseException invalid = InvalidResponseException.builder().build();

        assertThat(rejected).hasMessage("the gateway returned HTTP status 400");
        assertThat(rejected.rawBody()).isEmpty();
        assertThat(rejected.operation()).isNull();
        assertThat(unknown.httpStatus()).isEqualTo(500);
        assertThat(invalid.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(invalid.httpStatus()).isEqualTo(200);
        assertThat(TransportException.builder(Outcome.NOT_SENT).build()).hasMessage("no connection");
        assertThat(TransportException.builder(Outcome.UNKNOWN).build()).hasMessage("no complete response in time");
        assertThat(FileException.builder(Outcome.NOT_SENT).build()).hasMessage("the file could not be obtained");
    }

    @Test
    void otherExceptionsHaveValuesOfBuilder() {
        InvalidResponseException invalid = InvalidResponseException.builder()
                .message("forged")
                .httpStatus(201)
                .requestId("R1")
                .build();
        FileException file =
                FileException.builder(Outcome.NOT_SENT).advice("Free space.").build();

        assertThat(invalid).hasMessage("forged");
        assertThat(invalid.httpStatus()).isEqualTo(201);
        assertThat(invalid.requestId()).isEqualTo("R1");
        assertThat(file.advice()).isEqualTo("Free space.");
    }

    @Test
    void invalidRequestListsProblemsOfBuilder() {
        IOException cause = new IOException("reset");
        InvalidRequestException.Builder builder = InvalidRequestException.builder("RefundsRequest")
                .problem("out_refund_no is required")
                .problems(List.of("amount is required"));
        InvalidRequestException e = builder.build();
        InvalidRequestException called = builder.operation(HttpMethod.POST, "/v3/refund/domestic/refunds")
                .problem("reason is too long")
                .cause(cause)
                .build();

        assertThat(e).hasMessage("""
            RefundsRequest cannot be sent:
              - out_refund_no is required
              - amount is required\
            """).hasNoCause();
        assertThat(e.problems())
                .as("the builder goes on without it")
                .containsExactly("out_refund_no is required", "amount is required");
        assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(called)
                .hasMessageStartingWith("/v3/refund/domestic/refunds: RefundsRequest cannot be sent:\n")
                .hasCause(cause);
        assertThat(called.problems()).hasSize(3);
    }

    @Test
    void settleReturnsGivenResponse() {
        Sent found = new Sent(out -> out.string("trade_state", "SUCCESS"));
        TransportException lost =
                TransportException.builder(Outcome.UNKNOWN).settlesTo(found).build();

        assertThat(lost.canSettle()).isTrue();
        assertThat(lost.settle()).isSameAs(found);
        lost.settleAsync().cancel(true);
        assertThat(lost.settleAsync().join())
                .as("each caller has a future of its own")
                .isSameAs(found);
    }

    @Test
    void settleFailsAsGiven() {
        GatewayException none = GatewayException.builder(Outcome.REJECTED)
                .errorCode("ORDERNOTEXIST")
                .build();
        WxPayException lost = TransportException.builder(Outcome.UNKNOWN)
                .settleFailsWith(none)
                .build();

        assertThatThrownBy(lost::settle).isSameAs(none);
        assertThatThrownBy(() -> lost.settleAsync().join()).hasCause(none);
    }

    @Test
    void rejectsImpossibleExceptions() {
        assertThatThrownBy(() -> TransportException.builder(Outcome.REJECTED))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TransportException(Outcome.REJECTED, "no", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the outcome must be NOT_SENT or UNKNOWN (was REJECTED)");
        assertThatThrownBy(() -> GatewayException.builder(Outcome.NOT_SENT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GatewayException.builder(Outcome.REJECTED)
                        .settlesTo(new Sent(out -> {}))
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the outcome is known (was REJECTED)");
        assertThatThrownBy(() -> InvalidRequestException.builder("Request")
                        .problem("amount is required")
                        .settlesTo(new Sent(out -> {}))
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the outcome is known (was NOT_SENT)");
        assertThatThrownBy(() -> InvalidRequestException.builder("Request").build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Request must have a problem (had none): call problem(...) first");
    }

    @Test
    void responseHasValuesOfBuilder() {
        byte[] body = {1};
        WxPayResponse<String> response = WxPayResponse.of(201, Map.of("request-id", List.of("R1")), body, "value");
        body[0] = 2;

        assertThat(response.httpStatus()).isEqualTo(201);
        assertThat(response.requestId()).isEqualTo("R1");
        assertThat(response.rawBody()).containsExactly(1);
        assertThat(response.value()).isEqualTo("value");
        assertThatThrownBy(() -> response.headers().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThat(WxPayResponse.of("value").httpStatus()).isEqualTo(200);
        assertThat(WxPayResponse.of("value").requestId()).isNull();
    }
}
