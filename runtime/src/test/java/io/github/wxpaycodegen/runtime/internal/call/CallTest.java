package io.github.wxpaycodegen.runtime.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.runtime.Read;
import io.github.wxpaycodegen.runtime.Sent;
import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.transport.SendGate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallTest {
    private final Call<Map<String, String>> call = new Call<>(
            Operation.<Sent, Map<String, String>>v3(HttpMethod.POST, "/v3/pay", Read::readFrom)
                    .build(),
            List.of(),
            Duration.ofMinutes(1),
            ErrorAdvice.NONE);

    @Test
    void sendsNothingAfterItWasGivenUp() {
        assertThat(call.giveUp()).isTrue();

        assertThat(call.gate().pass()).isFalse();
        assertThat(call.giveUp()).as("nothing was sent since").isTrue();
    }

    @Test
    void reportsWhetherAnyRequestWasSent() {
        SendGate sent = call.gate();
        SendGate waiting = call.gate();
        sent.watch();
        waiting.watch();
        sent.pass();

        assertThat(call.giveUp()).isFalse();
        assertThat(waiting.pass()).isFalse();
    }

    @Test
    void knowsThatItWasGivenUp() {
        assertThat(call.isGivenUp()).isFalse();

        call.giveUp();

        assertThat(call.isGivenUp()).isTrue();
    }

    @Test
    void advisesByWhetherAnythingWasSent() {
        assertThat(call.failure(new TransportException(Outcome.NOT_SENT, "refused", null))
                        .advice())
                .isEqualTo(Advice.NOTHING_SENT);
        assertThat(call.failure(new TransportException(Outcome.UNKNOWN, "broke off", null))
                        .advice())
                .isEqualTo(call.uncertainty());
        assertThat(call.failure(new ConfigurationException("v2Key is missing")).advice())
                .isNull();
    }
}
