package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.FillKey;
import io.github.wxpaycodegen.generator.model.Host;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.call.SettlingResponse;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.simulator.Behavior;
import io.github.wxpaycodegen.simulator.RecordedCall;
import io.github.wxpaycodegen.simulator.Simulator;
import java.net.URI;
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
    private static final Map<FillKey, String> CONFIGURED = Map.of(
            FillKey.MCHID, Gateway.MCHID,
            FillKey.APPID, Gateway.APPID,
            FillKey.SUB_MCHID, "1900000109",
            FillKey.SUB_APPID, "wx8888888888888888",
            FillKey.BRAND_ID, "120344");

    private Specs specs;
    private Simulator gateway;
    private WxPay pay;
    private Map<String, JsonNode> index;

    @BeforeAll
    void start() throws Exception {
        specs = TypedApi.bundledSpecs();
        index = TypedApi.index();
        gateway = Simulator.builder()
                .mchid(Gateway.MCHID)
                .v2Key("integration-test-key-0123456789a")
                .brandId(CONFIGURED.get(FillKey.BRAND_ID))
                .workwxSecret("workwx-secret")
                .start();
        WxPayConfig.Builder config = gateway.config()
                .appid(Gateway.APPID)
                .subMchid(CONFIGURED.get(FillKey.SUB_MCHID))
                .subAppid(CONFIGURED.get(FillKey.SUB_APPID))
                .maxAttempts(1);
        specs.endpoints().stream()
                .flatMap(endpoint -> endpoint.operations().stream())
                .flatMap(operation -> operation.hosts().stream())
                .map(Host::url)
                .distinct()
                .forEach(host -> config.replaceHost(URI.create(host), gateway.baseUri()));
        pay = WxPay.create(config.build());
    }

    @AfterAll
    void stop() {
        pay.close();
        gateway.close();
    }

    @Test
    void queryAsksAboutTheNumbersOfTheRequest() throws Exception {
        Map<Boolean, List<String>> settled = settle(true);

        assertThat(settled.get(false))
                .containsExactlyInAnyOrder(
                        "POST /v3/aggracct-bc/wb-channel/control-orders/punish",
                        "POST /v3/aggracct-bc/wb-channel/control-orders/recover",
                        "POST /v3/aggracct-bc/wb-channel/special-reduction",
                        "POST /v3/apply4subject/applyment/{applyment_id}/cancel",
                        "POST /v3/eduschoolpay/contracts/presign",
                        "POST /v3/offlineface/transactions",
                        "POST /v3/parking/reminders/application",
                        "POST /v3/webizpay/avail-mch-ranges/{range_id}/merchant-identifiers",
                        "DELETE /v3/webizpay/avail-mch-ranges/{range_id}/merchant-identifiers/{merchant_identifier}");
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
        for (Endpoint endpoint : specs.endpoints()) {
            for (Operation operation : endpoint.operations()) {
                if (operation.effects().settledBy().isPresent()) {
                    String name = operation.method() + " /" + endpoint.uri();
                    settled.get(settles(name, endpoint, operation, everything)).add(name);
                }
            }
        }
        return settled;
    }

    private boolean settles(String name, Endpoint endpoint, Operation operation, boolean everything) throws Exception {
        RequestMaker maker = new RequestMaker(specs, CONFIGURED, everything);
        Class<?> requestClass = Class.forName(index.get(name).get("request").asString());
        RequestMaker.Made made = maker.make(operation, requestClass);
        Map<String, String> segments = new HashMap<>();
        operation.request().path().forEach(field -> segments.put(field.name(), maker.segment(field)));
        Object place = TypedApi.place(pay, endpoint, segments);
        String method = operation.method().name().toLowerCase(Locale.ROOT);
        gateway.next(endpoint.wirePath(), Behavior.dropAfterRequest());
        WxPayException lost =
                catchThrowableOfType(WxPayException.class, () -> TypedApi.call(place, method, made.request()));
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
        JsonNode entry = index.values().stream()
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
        compare(name, made, segments, query);
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
