package io.github.wxpaycodegen.simulator.internal.endpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.wxpaycodegen.simulator.Client;
import io.github.wxpaycodegen.simulator.ProductSnapshot;
import io.github.wxpaycodegen.simulator.Simulator;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ContractEndpointsTest {
    private static final String OFFERS = "/v3/papay/scheduled-deduct-sign/contracts/pre-entrust-sign/";
    private static final String CONTRACT = "/v3/papay/sign/contracts/plan-id/12535/out-contract-code/";
    private static final String DEDUCTIONS = "/v3/papay/pay/transactions/apply";

    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void contractExistsOnceUserSigned() throws Exception {
        assertThat(shop.post(OFFERS + "jsapi", offer("K1")).has("redirect_url")).isTrue();
        shop.refusesGet(CONTRACT + "K1", 404, "RESOURCE_NOT_EXISTS");
        assertThat(shop.gateway.contracts().list())
                .extracting(ProductSnapshot::state)
                .containsExactly("OFFERED");

        String contractId = shop.gateway.contracts().sign("K1");
        assertThat(shop.gateway.contracts().list())
                .extracting(ProductSnapshot::number, ProductSnapshot::state)
                .containsExactly(tuple("K1", "SIGNED"));

        JsonNode found = shop.get(CONTRACT + "K1");
        assertThat(found.get("contract_id").asString()).isEqualTo(contractId);
        assertThat(found.get("contract_state").asString()).isEqualTo("SIGNED");
        assertThat(found.get("plan_id").asInt()).isEqualTo(12535);
        assertThat(found.get("openid").asString()).isEqualTo("openid-of-payer");
        assertThat(found.has("contract_signed_time")).isTrue();
        assertThat(found.has("contract_terminate_info")).isFalse();
        assertThat(shop.gateway.contracts().isSigned("K1")).isTrue();
        shop.refusesPost(OFFERS + "jsapi", offer("K1"), 400, "INVALID_REQUEST");
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.gateway.contracts().sign("K1"))
                .withMessageContaining("NO_CONTRACT");
    }

    @Test
    void terminatedContractAllowsNoDeduction() throws Exception {
        String contractId = signed("K1");
        String terminate = "{'contract_termination_remark': 'moved'}";

        JsonNode terminated = shop.post(CONTRACT + "K1/terminate", terminate);

        assertThat(terminated.get("contract_state").asString()).isEqualTo("TERMINATED");
        assertThat(terminated
                        .at("/contract_terminate_info/contract_termination_mode")
                        .asString())
                .isEqualTo("MCH_API_TERMINATE");
        assertThat(shop.get(CONTRACT + "K1")).isEqualTo(terminated);
        assertThat(shop.gateway.contracts().isSigned("K1")).isFalse();
        shop.refusesPost(CONTRACT + "K1/terminate", terminate, 400, "INVALID_REQUEST");
        shop.refusesPost(DEDUCTIONS, deduction("ORDER-1", contractId), 404, "RESOURCE_NOT_EXISTS");
        shop.refusesPost(CONTRACT + "K2/terminate", terminate, 404, "RESOURCE_NOT_EXISTS");
        shop.refusesPost(DEDUCTIONS, deduction("ORDER-1", "none"), 404, "RESOURCE_NOT_EXISTS");
    }

    @Test
    void deductionIsOrderThatIsPaidAtOnce() throws Exception {
        String contractId = signed("K1");

        JsonNode accepted = shop.post(DEDUCTIONS, deduction("ORDER-1", contractId));

        assertThat(accepted.get("out_trade_no").asString()).isEqualTo("ORDER-1");
        assertThat(accepted.at("/amount/total").asInt()).isEqualTo(100);
        JsonNode order = shop.get("/v3/pay/transactions/out-trade-no/ORDER-1?mchid=" + Client.MCHID);
        assertThat(order.get("trade_state").asString()).isEqualTo("SUCCESS");
        assertThat(order.at("/payer/openid").asString()).isEqualTo("openid-of-payer");
        shop.refusesPost(DEDUCTIONS, deduction("ORDER-1", contractId), 400, "ORDERPAID");
        shop.post("/v3/refund/domestic/refunds", Shop.refund("ORDER-1", "R1", 40));
        assertThat(shop.gateway.orders().state("ORDER-1")).isEqualTo("REFUND");
        assertThat(shop.bill("/v3/bill/tradebill?bill_date=" + shop.today())).contains("`ORDER-1,");
    }

    @Test
    void heldDeductionSucceedsOrFails() throws Exception {
        String contractId = signed("K1");
        shop.gateway.contracts().hold();
        shop.post(DEDUCTIONS, deduction("ORDER-1", contractId));
        shop.post(DEDUCTIONS, deduction("ORDER-1", contractId));
        assertThat(shop.gateway.orders().state("ORDER-1")).isEqualTo("NOTPAY");

        shop.gateway.orders().failPayment("ORDER-1");
        assertThat(shop.gateway.orders().state("ORDER-1")).isEqualTo("PAYERROR");
        shop.gateway.advance(Duration.ofHours(3));
        shop.gateway.orders().pay("ORDER-1");

        assertThat(shop.gateway.orders().state("ORDER-1")).isEqualTo("SUCCESS");
    }

    @Test
    void notifiesOfContractsAndDeductions() throws Exception {
        shop.post(OFFERS + "h5", offer("K1"));
        String contractId = shop.gateway.contracts().sign("K1");
        JsonNode signed = shop.notified("ENTRUST.SIGN");
        assertThat(signed.get("contract_id").asString()).isEqualTo(contractId);
        assertThat(signed.get("mchid").asString()).isEqualTo(Client.MCHID);

        shop.post(DEDUCTIONS, deduction("ORDER-1", contractId));
        JsonNode paid = shop.notified("TRANSACTION.SUCCESS");
        assertThat(paid.get("out_trade_no").asString()).isEqualTo("ORDER-1");
        assertThat(paid.get("contract_id").asString()).isEqualTo(contractId);

        shop.gateway.contracts().terminate("K1", "enough");
        JsonNode terminated = shop.notified("ENTRUST.TERMINATE");
        assertThat(terminated
                        .at("/contract_terminate_info/contract_termination_mode")
                        .asString())
                .isEqualTo("USER_TERMINATE");
    }

    @Test
    void serviceProviderHasContractsOfSubMerchants() throws Exception {
        String partner = OFFERS.replace("/contracts", "/partner/contracts");
        String sub = "{'sub_mchid': '1900000109', 'sp_appid': '%s', ".formatted(Shop.APPID);
        shop.post(partner + "app", offer("K1").replaceFirst("\\{", sub));
        String contractId = shop.gateway.contracts().sign("K1");
        String query = CONTRACT.replace("/contracts", "/partner/contracts") + "K1?sub_mchid=";

        assertThat(shop.get(query + "1900000109").get("contract_id").asString()).isEqualTo(contractId);
        shop.refusesGet(query + "1900000110", 404, "RESOURCE_NOT_EXISTS");
        shop.post(
                DEDUCTIONS.replace("/transactions", "/partner/transactions"),
                deduction("ORDER-1", contractId).replaceFirst("\\{", sub));
        assertThat(shop.gateway.orders().state("ORDER-1")).isEqualTo("SUCCESS");
    }

    @Test
    void contractOfOtherSubMerchantAllowsNoDeduction() throws Exception {
        String partner = DEDUCTIONS.replace("/transactions", "/partner/transactions");
        String sub = "{'sub_mchid': '1900000109', 'sp_appid': '%s', ".formatted(Shop.APPID);
        String offer = offer("K1").replaceFirst("\\{", sub);
        shop.post(OFFERS.replace("/contracts", "/partner/contracts") + "app", offer);
        String contractId = shop.gateway.contracts().sign("K1");
        String other = deduction("ORDER-1", contractId).replaceFirst("\\{", sub.replace("1900000109", "1900000110"));

        shop.refusesPost(partner, other, 404, "RESOURCE_NOT_EXISTS");
        shop.refusesPost(DEDUCTIONS, deduction("ORDER-1", contractId), 404, "RESOURCE_NOT_EXISTS");

        shop.post(partner, deduction("ORDER-1", contractId).replaceFirst("\\{", sub));
        assertThat(shop.gateway.orders().state("ORDER-1")).isEqualTo("SUCCESS");
    }

    @Test
    void v2ContractAndDeduction() throws Exception {
        assertThat(shop.v2("/papay/querycontract", v2("plan_id", "123", "contract_code", "K1", "version", "1.0")))
                .containsEntry("err_code", "CONTRACT_NOT_EXIST");
        assertThat(shop.v2("/papay/preentrustweb", v2Offer("K1"))).containsKey("pre_entrustweb_id");

        String contractId = shop.gateway.contracts().sign("K1");

        Map<String, String> signed = Client.read(shop.receiver.next().text());
        assertThat(signed)
                .containsEntry("change_type", "ADD")
                .containsEntry("contract_code", "K1")
                .containsEntry("sign", Client.sign(signed, "HMAC-SHA256", Client.KEY));
        assertThat(shop.v2("/papay/querycontract", v2("contract_id", contractId, "version", "1.0")))
                .containsEntry("contract_state", "0")
                .containsEntry("contract_code", "K1")
                .containsEntry("plan_id", "123");
        assertThat(shop.v2("/papay/preentrustweb", v2Offer("K1"))).containsEntry("err_code", "CONTRACT_EXISTED");
        assertThat(shop.v2("/pay/pappayapply", v2Deduction("ORDER-1", contractId)))
                .containsEntry("result_code", "SUCCESS");
        assertThat(Client.read(shop.receiver.next().text()))
                .containsEntry("contract_id", contractId)
                .containsEntry("total_fee", "100");
        assertThat(shop.v2("/pay/paporderquery", v2("out_trade_no", "ORDER-1")))
                .containsEntry("trade_state", "SUCCESS")
                .containsEntry("trade_type", "PAP");
        assertThat(shop.v2(
                        "/papay/deletecontract",
                        v2("contract_id", contractId, "contract_termination_remark", "moved", "version", "1.0")))
                .containsEntry("result_code", "SUCCESS")
                .containsEntry("contract_code", "K1");
        assertThat(Client.read(shop.receiver.next().text()))
                .containsEntry("change_type", "DELETE")
                .containsEntry("contract_termination_mode", "3");
        assertThat(shop.v2("/pay/pappayapply", v2Deduction("ORDER-2", contractId)))
                .containsEntry("err_code", "CONTRACT_NOT_EXIST");
    }

    @Test
    void contractIdIsKnownToItsSubMerchantOnly() throws Exception {
        String[] sub = {"sub_mch_id", "1900000109"};
        shop.v2("/papay/partner/preentrustweb", Shop.concat(v2Offer("K1"), sub));
        String contractId = shop.gateway.contracts().sign("K1");
        String[] query = v2("contract_id", contractId, "version", "1.0");

        assertThat(shop.v2("/papay/partner/querycontract", Shop.concat(query, sub)))
                .containsEntry("contract_code", "K1");
        assertThat(shop.v2(
                        "/papay/partner/querycontract", Shop.concat(query, new String[] {"sub_mch_id", "1900000110"})))
                .containsEntry("err_code", "CONTRACT_NOT_EXIST");
        assertThat(shop.v2("/papay/querycontract", query)).containsEntry("err_code", "CONTRACT_NOT_EXIST");
    }

    @Test
    void v2PagesOfferContracts() throws Exception {
        Map<String, String> unsigned = Client.fields(v2Offer("K1"));
        // The page is signed by MD5, and its query does not say so.
        unsigned.remove("sign_type");
        Map<String, String> fields = Client.signed(unsigned);
        StringBuilder query = new StringBuilder();
        fields.forEach((name, value) -> query.append(query.isEmpty() ? "?" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        Simulator gateway = shop.gateway;
        Client client = Client.withoutCertificate(gateway);

        HttpResponse<String> page =
                client.send(client.request("/papay/entrustweb" + query).GET());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(gateway.contracts().sign("K1")).matches("[0-9]{28}");
    }

    @Test
    void v2OrderOffersContract() throws Exception {
        String[] order = v2(
                "contract_mchid",
                Client.MCHID,
                "contract_appid",
                Shop.APPID,
                "out_trade_no",
                "ORDER-1",
                "body",
                "tea",
                "notify_url",
                "http://localhost:1/none",
                "total_fee",
                "100",
                "spbill_create_ip",
                "127.0.0.1",
                "trade_type",
                "NATIVE",
                "plan_id",
                "123",
                "contract_code",
                "K1",
                "request_serial",
                "1",
                "contract_display_account",
                "user",
                "contract_notify_url",
                shop.receiver.url().toString());

        assertThat(shop.v2("/pay/contractorder", order))
                .containsEntry("contract_result_code", "SUCCESS")
                .containsEntry("contract_code", "K1")
                .containsKeys("prepay_id", "code_url");

        shop.gateway.orders().pay("ORDER-1");
        assertThat(shop.gateway.contracts().isSigned("K1")).isTrue();
        assertThat(Client.read(shop.receiver.next().text()))
                .containsEntry("change_type", "ADD")
                .containsEntry("contract_code", "K1");
        assertThat(shop.v2("/papay/querycontract", v2("plan_id", "123", "contract_code", "K1", "version", "1.0")))
                .containsEntry("contract_state", "0");
        order[9] = "ORDER-2";
        assertThat(shop.v2("/pay/contractorder", order))
                .containsEntry("result_code", "SUCCESS")
                .containsEntry("contract_result_code", "FAIL")
                .containsEntry("contract_err_code", "CONTRACT_EXISTED");
    }

    private String signed(String code) throws Exception {
        shop.post(OFFERS + "jsapi", offer(code).replace(shop.receiver.url().toString(), "https://localhost:1/none"));
        return shop.gateway.contracts().sign(code);
    }

    private String offer(String code) {
        return """
                {'appid': '%s', 'openid': 'openid-of-payer', 'plan_id': 12535, 'out_contract_code': '%s',
                'contract_display_account': 'user', 'contract_notify_url': '%s', 'out_user_code': 'user-1'}
                """.formatted(Shop.APPID, code, shop.receiver.url());
    }

    @Test
    void parkingAndFaresAreDeducted() throws Exception {
        assertThat(shop.v2("/vehicle/pay/payapply", fare("PARKING-1", 100, "3.0", "PARKING")))
                .containsEntry("result_code", "SUCCESS");
        assertThat(shop.v2("/transit/queryorder", v2Hmac("out_trade_no", "PARKING-1")))
                .containsEntry("trade_state", "SUCCESS")
                .containsEntry("trade_type", "PAP")
                .containsEntry("openid", "driver")
                .containsEntry("total_fee", "100");
        assertThat(shop.v2("/vehicle/pay/payapply", fare("PARKING-1", 100, "3.0", "PARKING")))
                .containsEntry("err_code", "ORDERPAID");
        shop.gateway.contracts().hold();
        shop.v2("/vehicle/pay/payapply", fare("PARKING-2", 100, "3.0", "PARKING"));
        assertThat(shop.v2("/transit/queryorder", v2Hmac("out_trade_no", "PARKING-2")))
                .containsEntry("trade_state", "NOTPAY");
        assertThat(shop.v2("/vehicle/pay/payapply", fare("PARKING-2", 101, "3.0", "PARKING")))
                .containsEntry("err_code", "OUT_TRADE_NO_USED");

        shop.gateway.orders().failPayment("PARKING-2");

        assertThat(shop.v2("/transit/queryorder", v2Hmac("out_trade_no", "PARKING-2")))
                .containsEntry("trade_state", "PAYERROR");
        String[] byContract = Shop.concat(fare("METRO-1", 100, "2.0", "METRO"), new String[] {
            "contract_id", "none", "scene_info", "{\"scene_info\": {\"start_time\": \"20261130120000\"}}"
        });
        assertThat(shop.v2("/transit/pay/payapply", byContract)).containsEntry("err_code", "CONTRACT_NOT_EXIST");
    }

    private static String[] fare(String number, int amount, String version, String scene) {
        return v2Hmac(
                "body",
                "fare",
                "out_trade_no",
                number,
                "total_fee",
                Integer.toString(amount),
                "spbill_create_ip",
                "10.0.0.1",
                "notify_url",
                "https://localhost:1/none",
                "trade_type",
                "PAP",
                "version",
                version,
                "trade_scene",
                scene,
                "openid",
                "driver");
    }

    private static String[] v2Hmac(String... more) {
        return v2(Shop.concat(new String[] {"sign_type", "HMAC-SHA256"}, more));
    }

    private String deduction(String number, String contractId) {
        return """
                {'appid': '%s', 'out_trade_no': '%s', 'description': 'tea', 'transaction_notify_url': '%s', 'contract_id': '%s',
                'amount': {'total': 100}}
                """.formatted(Shop.APPID, number, shop.receiver.url(), contractId);
    }

    private String[] v2Offer(String code) {
        return v2(
                "plan_id",
                "123",
                "contract_code",
                code,
                "request_serial",
                "1",
                "contract_display_account",
                "user",
                "notify_url",
                shop.receiver.url().toString(),
                "version",
                "1.0",
                "sign_type",
                "HMAC-SHA256",
                "timestamp",
                "1767225600");
    }

    private String[] v2Deduction(String number, String contractId) {
        return v2(
                "body",
                "tea",
                "out_trade_no",
                number,
                "total_fee",
                "100",
                "spbill_create_ip",
                "127.0.0.1",
                "notify_url",
                shop.receiver.url().toString(),
                "trade_type",
                "PAP",
                "contract_id",
                contractId);
    }

    private static String[] v2(String... more) {
        return Shop.concat(new String[] {"appid", Shop.APPID, "mch_id", Client.MCHID}, more);
    }
}
