package io.github.wxpaycodegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.simulator.Behavior;
import io.github.wxpaycodegen.simulator.V3Behavior;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallTest {
    private Gateway gateway;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        gateway = new Gateway(directory);
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void refusesToChangeAnythingWithoutYes() {
        Run run = call("", "/v3/pay/transactions/jsapi", "--body", "-");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("may change something", "--yes");
        assertThat(gateway.simulator().latestCalls())
                .noneMatch(call -> call.path().endsWith("/jsapi"));
    }

    /** A v2 request is sent by POST, whatever method is named. */
    @Test
    void namedMethodDoesNotReplaceYes() {
        assertThat(call("{}", "/v2/pay/unifiedorder", "--method", "GET", "--body", "-")
                        .err())
                .contains("/v2/pay/unifiedorder has no method GET, only POST");
        assertThat(call("{}", "/v2/pay/neworder", "--method", "GET", "--body", "-")
                        .err())
                .contains("may change something");
        assertThat(gateway.simulator().latestCalls())
                .noneMatch(call ->
                        call.path().endsWith("/unifiedorder") || call.path().endsWith("/neworder"));
    }

    @Test
    void sendsNothingIfTheResponseCannotBeStored(@TempDir Path directory) {
        String missing = directory.resolve("missing/r.json").toString();

        Run run = call(order("CLI-0005"), "/v3/pay/transactions/native", "--body", "-", "--yes", "--out", missing);

        assertThat(run.status()).isEqualTo(5);
        assertThat(run.err()).contains("nothing was sent");
        assertThat(call("", "/v3/pay/transactions/out-trade-no/CLI-0005", "--query", "mchid=" + mchid())
                        .out())
                .startsWith("REJECTED");
    }

    @Test
    void createsAndQueriesAnOrder() {
        Run created = call(order("CLI-0001"), "/v3/pay/transactions/native", "--body", "-", "--yes");
        Run found = call("", "/v3/pay/transactions/out-trade-no/CLI-0001", "--query", "mchid=" + mchid(), "--json");

        assertThat(created.status()).as(created.out() + created.err()).isZero();
        assertThat(created.out())
                .startsWith("ACCEPTED  POST /v3/pay/transactions/native ")
                .contains("HTTP status: 200", "request id: ", "\"code_url\"");
        Map<?, ?> report = (Map<?, ?>) found.json();
        assertThat(report.get("outcome")).isEqualTo("ACCEPTED");
        assertThat(((Map<?, ?>) report.get("body")).get("trade_state")).isEqualTo("NOTPAY");
    }

    @Test
    void fillsTemplatesOfTheUri() {
        Run run = call(
                "",
                "/v3/pay/transactions/out-trade-no/{out_trade_no}",
                "--segment",
                "out_trade_no=CLI-0002",
                "--query",
                "mchid=" + mchid());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("REJECTED  GET /v3/pay/transactions/out-trade-no/CLI-0002")
                .contains("error code: ");
    }

    @Test
    void reportsAnUnknownOutcomeAndItsQuery() {
        gateway.simulator().next("/pay/closeorder", Behavior.dropAfterRequest());

        Run run = call(order2("CLI-0004"), "/v2/pay/closeorder", "--body", "-", "--yes");

        assertThat(run.status()).as(run.out() + run.err()).isEqualTo(3);
        assertThat(run.out())
                .startsWith("UNKNOWN  POST /v2/pay/closeorder")
                .containsOnlyOnce("It may have taken effect")
                .contains("query it by: /v2/pay/orderquery, with out_trade_no CLI-0004");
    }

    @Test
    void judgesErrorCodesAsTheTypedClientDoes() {
        String path = "/v3/fund-app/mch-transfer/transfer-bills";
        gateway.simulator().next(path, V3Behavior.error(400, "NEWCODE", "x"));
        gateway.simulator().next(path, V3Behavior.error(400, "PARAM_ERROR", "x"));

        Run unlisted = call(transfer(), path, "--body", "-", "--yes");
        Run shared = call(transfer(), path, "--body", "-", "--yes");

        assertThat(unlisted.status()).as(unlisted.out() + unlisted.err()).isEqualTo(3);
        assertThat(unlisted.out()).startsWith("UNKNOWN").contains("with out_bill_no CLI1");
        assertThat(shared.status()).as(shared.out() + shared.err()).isEqualTo(1);
        assertThat(shared.out())
                .startsWith("REJECTED")
                .containsOnlyOnce("Correct the field")
                .contains("The gateway rejected the request.\n", "advice: Correct the field");
    }

    /** The methods that declare codes are those of the Java client. */
    @Test
    void operationWithoutSpecNamesNoMethods() {
        Run run = call("{}", "/v3/new/endpoint", "--method", "POST", "--body", "-", "--yes");

        assertThat(run.out())
                .startsWith("UNKNOWN")
                .contains("error code: ", "It may have taken effect")
                .doesNotContain("declare");
    }

    @Test
    void queryThatFindsNothingSaysWhatThatProves() {
        Run run = call("", "/v3/pay/transactions/out-trade-no/CLI-0011", "--query", "mchid=" + mchid());

        assertThat(run.status()).as(run.out() + run.err()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("REJECTED")
                .containsOnlyOnce("This proves nothing about a request that is still in progress");
    }

    @Test
    void sharedCodeForFindingNothingSaysWhatThatProves() {
        String path = "/v3/pay/transactions/out-trade-no/CLI-0012";
        gateway.simulator().next(path, V3Behavior.error(404, "NOT_FOUND", "x"));

        Run run = call("", path, "--query", "mchid=" + mchid());

        assertThat(run.out())
                .startsWith("REJECTED")
                .containsOnlyOnce(
                        "Check the number in the request and who created it. This proves nothing about a request");
    }

    @Test
    void lostQueryMayBeRepeated() {
        for (int i = 0; i < 3; i++) {
            gateway.simulator().next("/v3/pay/transactions/out-trade-no/CLI-0009", Behavior.dropAfterRequest());
        }

        Run run = call("", "/v3/pay/transactions/out-trade-no/CLI-0009", "--query", "mchid=" + mchid());

        assertThat(run.status()).as(run.out() + run.err()).isEqualTo(4);
        assertThat(run.out()).startsWith("UNKNOWN").contains("safe to call again");
    }

    @Test
    void acceptedIsSuccessOfInvoices() {
        String uri = "/v3/new-tax-control-fapiao/fapiao-applications/CLI-0010/reverse";

        Run run = call("{\"reverse_reason\":\"用户退款\"}", uri, "--method", "POST", "--body", "-", "--yes");

        assertThat(run.status()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).startsWith("ACCEPTED").contains("202");
    }

    @Test
    void callsVersion2WithFieldsOfAnObject() {
        Run run = call(order2("CLI-0003"), "/v2/pay/orderquery", "--body", "-");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).startsWith("REJECTED  POST /v2/pay/orderquery").contains("error code: ORDERNOTEXIST");
    }

    @Test
    void asksForTheMethodOfAnUnknownOperation() {
        Run run = call("", "/v3/no/such/operation");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--method");
    }

    @Test
    void endsWithStatusFourIfKeysAreMissing() {
        Run run = Run.with(Map.of("WXPAY_MCHID", "1230000109"), "call", "/v3/certificates", "--method", "GET");

        assertThat(run.status()).isEqualTo(4);
    }

    private String mchid() {
        return gateway.simulator().mchid();
    }

    private String transfer() {
        return "{\"appid\":\"" + gateway.simulator().appid()
                + "\",\"out_bill_no\":\"CLI1\",\"transfer_scene_id\":\"1000\",\"openid\":\"o1\",\"transfer_amount\":100,"
                + "\"transfer_remark\":\"d\",\"transfer_scene_report_infos\":"
                + "[{\"info_type\":\"a\",\"info_content\":\"b\"}]}";
    }

    private String order2(String number) {
        return "{\"appid\":\"" + gateway.simulator().appid() + "\",\"mch_id\":\"" + mchid() + "\",\"out_trade_no\":\""
                + number + "\"}";
    }

    private String order(String number) {
        return "{\"appid\":\"" + gateway.simulator().appid() + "\",\"mchid\":\"" + mchid()
                + "\",\"description\":\"d\",\"out_trade_no\":\"" + number
                + "\",\"notify_url\":\"https://localhost/notify\",\"amount\":{\"total\":1,\"currency\":\"CNY\"}}";
    }

    private Run call(String in, String... args) {
        String[] all = new String[args.length + 3];
        all[0] = "call";
        System.arraycopy(args, 0, all, 1, args.length);
        all[args.length + 1] = "--settings";
        all[args.length + 2] = gateway.settings();
        return Run.given(Map.of(), in, all);
    }
}
