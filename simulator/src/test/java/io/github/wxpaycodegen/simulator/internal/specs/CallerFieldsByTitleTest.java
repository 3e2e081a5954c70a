package io.github.wxpaycodegen.simulator.internal.specs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.simulator.Client;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.Simulators;
import io.github.wxpaycodegen.simulator.V3Client;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests whose spec does not fill the caller's id, because it is one of two fields. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallerFieldsByTitleTest {
    private static final String ANOTHER = "1900000199";

    private final Simulator simulator = Simulators.bundled();
    private final V3Client v3 = new V3Client(simulator);

    @AfterAll
    void close() {
        simulator.close();
    }

    /** Each was compared with its official pages: they are the caller's own, of a direct merchant or of an institution. */
    @Test
    void listsOperationsByHand() {
        assertThat(SpecLoader.bundled().endpoints().stream().flatMap(CallerFieldsByTitleTest::described))
                .containsExactlyInAnyOrder("""
                        POST v3/global/micropay/transactions/id/{transaction_id}/reverse: mchid sp_mchid
                        POST v3/global/micropay/transactions/out-trade-no/{out_trade_no}/reverse: mchid sp_mchid
                        POST v3/global/micropay/transactions/pay: mchid sp_mchid
                        POST v3/global/papay/contracts/app-pre-entrust-sign: sp_mchid
                        POST v3/global/papay/contracts/h5-pre-entrust-sign: sp_mchid
                        POST v3/global/papay/contracts/jsapi-pre-entrust-sign: sp_mchid
                        POST v3/global/papay/contracts/miniprogram-pre-entrust-sign: sp_mchid
                        GET v3/global/papay/contracts/out-contract-code/{out_contract_code}: sp_mchid
                        POST v3/global/papay/contracts/web-pre-entrust-sign: sp_mchid
                        GET v3/global/papay/contracts/{contract_id}: sp_mchid
                        GET v3/global/refunds: mchid sp_mchid
                        POST v3/global/refunds: mchid sp_mchid
                        GET v3/global/refunds/id/{refund_id}: mchid sp_mchid
                        GET v3/global/refunds/out-refund-no/{out_refund_no}: mchid sp_mchid
                        POST v3/global/transactions/app: mchid sp_mchid
                        GET v3/global/transactions/id/{transaction_id}: mchid sp_mchid
                        POST v3/global/transactions/id/{transaction_id}/close: mchid sp_mchid
                        POST v3/global/transactions/jsapi: mchid sp_mchid
                        POST v3/global/transactions/mweb: mchid sp_mchid
                        POST v3/global/transactions/native: mchid sp_mchid
                        GET v3/global/transactions/out-trade-no/{out_trade_no}: mchid sp_mchid
                        POST v3/global/transactions/out-trade-no/{out_trade_no}/close: mchid sp_mchid
                        POST v3/marketing/partner/delivery-plan/{sp_mchid}/notify-url: sp_mchid
                        POST v3/merchant-risk-manage/ec-trade-risk/query-risk-trades: mchid sp_mchid
                        POST v3/merchant-risk-manage/ec-trade-risk/recv-dispose-result: mchid sp_mchid
                        GET v3/refunds: mchid sp_mchid
                        POST v3/refunds: mchid sp_mchid
                        GET v3/refunds/id/{refund_id}: mchid sp_mchid
                        GET v3/refunds/out-refund-no/{out_refund_no}: mchid sp_mchid
                        POST v3/transactions/app: mchid sp_mchid
                        GET v3/transactions/id/{transaction_id}: mchid sp_mchid
                        POST v3/transactions/id/{transaction_id}/close: mchid sp_mchid
                        POST v3/transactions/id/{transaction_id}/reverse: mchid sp_mchid
                        POST v3/transactions/jsapi: mchid sp_mchid
                        POST v3/transactions/micropay: mchid sp_mchid
                        POST v3/transactions/mweb: mchid sp_mchid
                        POST v3/transactions/native: mchid sp_mchid
                        GET v3/transactions/out-trade-no/{out_trade_no}: mchid sp_mchid
                        POST v3/transactions/out-trade-no/{out_trade_no}/close: mchid sp_mchid
                        POST v3/transactions/out-trade-no/{out_trade_no}/reverse: mchid sp_mchid
                        """.split("\n"));
    }

    private static Stream<String> described(Endpoint endpoint) {
        return endpoint.operations().stream().flatMap(operation -> described(endpoint, operation).stream());
    }

    private static Optional<String> described(Endpoint endpoint, Operation operation) {
        Set<String> names = new TreeSet<>(CallerFields.byTitle(endpoint.root(), operation));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(operation.method() + " " + endpoint.uri() + ": " + String.join(" ", names));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v3/global/transactions/out-trade-no/ORDER-1/close | mchid",
                "/v3/global/transactions/out-trade-no/ORDER-1/close | sp_mchid",
                "/v3/transactions/native | sp_mchid",
                "/v3/merchant-risk-manage/ec-trade-risk/query-risk-trades | mchid",
            })
    void rejectsAnotherCallerInTheBody(String path, String field) throws Exception {
        assertMismatch(v3.post(path, "{\"" + field + "\":\"" + ANOTHER + "\"}").send(), "/" + field, "body");
    }

    @Test
    void rejectsAnotherCallerInQueryAndPath() throws Exception {
        String order = "/v3/global/transactions/out-trade-no/ORDER-1";
        String plan = "/v3/marketing/partner/delivery-plan/" + ANOTHER + "/notify-url";

        assertMismatch(v3.get(order + "?mchid=" + ANOTHER).send(), "mchid", "query");
        assertMismatch(v3.get(order + "?sub_mchid=19&sp_mchid=" + ANOTHER).send(), "sp_mchid", "query");
        assertMismatch(v3.post(plan, "{\"notify_url\":\"https://a.example/\"}").send(), "sp_mchid", "path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mchid=" + Client.MCHID, "sub_mchid=" + ANOTHER + "&sp_mchid=" + Client.MCHID})
    void acceptsTheCallerInEitherMode(String query) throws Exception {
        HttpResponse<byte[]> response =
                v3.get("/v3/global/transactions/out-trade-no/ORDER-1?" + query).send();

        assertThat(response.statusCode()).isEqualTo(200);
    }

    /** A bank and a channel name the service provider, and a channel the merchant whose account it asks about. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v3/merchant-risk-manage/trade-risk-information?acquiring_bank_id=1&sub_mchid=19&sp_mchid=" + ANOTHER,
                "/v3/merchant-risk-manage/trade-risk-information?channel_id=1&sub_mchid=19&sp_mchid=" + ANOTHER,
                "/v3/aggracct-bc/wb-channel/bank-channel-account/rename/1?mchid=" + ANOTHER,
            })
    void acceptsOtherMerchantsWhereTheyAreMeant(String target) throws Exception {
        assertThat(message(v3.get(target).send())).doesNotContain("不匹配");
    }

    private static String message(HttpResponse<byte[]> response) {
        return V3Client.json(response).path("message").asString("");
    }

    private static void assertMismatch(HttpResponse<byte[]> response, String field, String location) {
        assertThat(message(response)).isEqualTo("http header中的mchid与post payload中的mchid不匹配");
        assertThat(V3Client.json(response).at("/detail/field").asString()).isEqualTo(field);
        assertThat(V3Client.json(response).at("/detail/location").asString()).isEqualTo(location);
    }
}
