package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.runtime.call.SettlingResponse;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.simulator.Behavior;
import io.github.wxpaycodegen.simulator.RecordedCall;
import io.github.wxpaycodegen.simulator.Simulator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/**
 * Loses the response of every operation that a query can tell about, and settles it: the gateway accepts the query, and it
 * asks about the numbers and the merchants of the request.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class SettleEveryOperationTest {
    /** Operations whose requests lack a field that their query needs. */
    static final List<String> WITHOUT_NUMBER = List.of(
            "POST /v3/aggracct-bc/wb-channel/control-orders/punish",
            "POST /v3/aggracct-bc/wb-channel/control-orders/recover",
            "POST /v3/aggracct-bc/wb-channel/special-reduction",
            "POST /v3/apply4subject/applyment/{applyment_id}/cancel",
            "POST /v3/eduschoolpay/contracts/presign",
            "POST /v3/offlineface/transactions",
            "POST /v3/parking/reminders/application",
            "POST /v3/webizpay/avail-mch-ranges/{range_id}/merchant-identifiers",
            "DELETE /v3/webizpay/avail-mch-ranges/{range_id}/merchant-identifiers/{merchant_identifier}");

    private WholeClient client;
    private Simulator gateway;

    @BeforeAll
    void start() throws Exception {
        client = new WholeClient(config -> config.maxAttempts(1));
        gateway = client.gateway();
    }

    @AfterAll
    void stop() {
        client.close();
    }

    @Test
    void queryUsesTheNumbersOfTheRequest() throws Exception {
        Map<Boolean, List<String>> settled = settle(true);

        assertThat(settled.get(false)).containsExactlyInAnyOrderElementsOf(WITHOUT_NUMBER);
        assertThat(settled.get(true)).hasSizeGreaterThanOrEqualTo(399);
    }

    /** A query may need a field that is optional in the request. */
    @Test
    void requestWithoutItsNumberIsNotSettled() throws Exception {
        Map<Boolean, List<String>> settled = settle(false);

        assertThat(settled.get(false)).contains("POST /v3/profitsharing/return-orders");
        assertThat(settled.get(true)).hasSizeGreaterThanOrEqualTo(387);
    }

    /** Settles each operation that has a query; by whether that was possible. */
    private Map<Boolean, List<String>> settle(boolean everything) throws Exception {
        Map<Boolean, List<String>> settled = Map.of(true, new ArrayList<>(), false, new ArrayList<>());
        for (WholeClient.Target target : client.operations()
                .filter(each -> each.operation().effects().settledBy().isPresent())
                .toList()) {
            settled.get(settles(target, everything)).add(target.toString());
        }
        return settled;
    }

    private boolean settles(WholeClient.Target target, boolean everything) throws Exception {
        String name = target.toString();
        Operation operation = target.operation();
        WholeClient.Prepared prepared = client.prepare(target, everything);
        String method = operation.method().name().toLowerCase(Locale.ROOT);
        gateway.next(target.endpoint().wirePath(), Behavior.dropAfterRequest());
        WxPayException lost = catchThrowableOfType(WxPayException.class, () -> prepared.call(method));
        assertThat(lost.outcome()).as(name).isEqualTo(Outcome.UNKNOWN);
        assertThat(lost.operation()).hasToString(name);
        if (!lost.canSettle()) {
            assertThatThrownBy(lost::settle)
                    .as(name)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Call the query yourself");
            return false;
        }
        SettlingResponse answer = lost.settle();
        List<RecordedCall> calls = gateway.calls();
        RecordedCall query = calls.get(calls.size() - 1);
        JsonNode entry = client.index().values().stream()
                .filter(each -> each.get("id")
                                .asString()
                                .equals("/" + operation.effects().settledBy().get())
                        && each.get("method").asString().equals(query.method()))
                .findFirst()
                .orElseThrow();
        assertThat(answer.getClass().getName())
                .as(name)
                .isEqualTo(entry.get("response").asString());
        assertThat(query.refusal()).as(name).isEmpty();
        assertThat(query.undeclaredFields()).as(name).isEmpty();
        compare(name, prepared.made(), prepared.segments(), query);
        return true;
    }

    /** Whatever both have under one name is the same, but for what each says of itself. */
    private static void compare(String name, RequestMaker.Made made, Map<String, String> segments, RecordedCall query) {
        Map<String, String> sent = new HashMap<>(made.query().texts());
        sent.putAll(made.body().texts());
        sent.putAll(segments);
        sent.keySet().removeAll(List.of("version", "sign_type", "sign", "nonce_str"));
        Map<String, String> asked = new HashMap<>(query.fields());
        asked.putAll(query.queryFields());
        asked.putAll(query.pathValues());
        asked.forEach((field, value) -> {
            if (sent.containsKey(field)) {
                assertThat(value).as(name + " " + field).isEqualTo(sent.get(field));
            }
        });
    }
}
