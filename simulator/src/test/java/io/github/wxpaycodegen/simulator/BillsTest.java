package io.github.wxpaycodegen.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.simulator.internal.bills.FileLinks;
import io.github.wxpaycodegen.simulator.internal.http.FileContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Bills, from the request to the file, and links to them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class BillsTest {
    private final Simulator simulator = Simulators.bundled();
    private final V3Client client = new V3Client(simulator);

    @AfterEach
    void asBefore() {
        simulator.bills().rows(3);
    }

    @AfterAll
    void close() {
        simulator.close();
    }

    @Test
    void linksToFileOfTheDigest() throws Exception {
        JsonNode response =
                client.get("/v3/bill/tradebill?bill_date=2026-01-01").read();

        assertThat(response.get("hash_type").asString()).isEqualTo("SHA1");
        byte[] file = follow(response).body();
        assertThat(sha1(file)).isEqualTo(response.get("hash_value").asString());
        List<String> lines = lines(file);
        assertThat(lines).hasSize(6);
        assertThat(lines.get(0)).startsWith("\uFEFF交易时间,公众账号ID,商户号,").endsWith(",申请退款金额,费率备注");
        assertThat(lines.get(1)).startsWith("`2026-01-01 08:00:00,`wxd678efh567hg6787,`" + Client.MCHID + ",`0,`,`");
        assertThat(lines.get(4)).startsWith("总交易单数,应结订单总金额,");
        assertThat(lines.get(5)).isEqualTo("`3,`3.03,`0.00,`0.00,`0.00,`3.03,`0.00");
    }

    @Test
    void digestIsOfUncompressedFile() throws Exception {
        JsonNode response = client.get("/v3/bill/fundflowbill?bill_date=2026-01-01&tar_type=GZIP")
                .read();

        byte[] file = follow(response).body();
        assertThat(file).startsWith(0x1f, 0x8b);
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(file)).readAllBytes();
        assertThat(sha1(plain)).isEqualTo(response.get("hash_value").asString());
        assertThat(lines(plain).get(0)).startsWith("\uFEFF记账时间,微信支付业务单号,资金流水单号,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALL", "SUCCESS", "REFUND"})
    void columnsDependOnBillType(String kind) throws Exception {
        List<String> lines = lines(follow(client.get("/v3/bill/tradebill?bill_date=2026-01-01&bill_type=" + kind)
                        .read())
                .body());

        int columns = lines.get(0).split(",").length;
        assertThat(columns)
                .isEqualTo(Map.of("ALL", 27, "SUCCESS", 20, "REFUND", 29).get(kind));
        assertThat(lines.get(1).split(",", -1)).hasSize(columns);
    }

    @Test
    void quotesCellsWithCommas() throws Exception {
        simulator.bills().rows(10);

        List<String> lines = lines(
                follow(client.get("/v3/bill/tradebill?bill_date=2026-01-01").read())
                        .body());

        assertThat(lines).hasSize(13);
        assertThat(lines.get(10)).contains(",\"`茶叶, \"\"特级\"\"\",");
    }

    @Test
    void linksFilesInLists() throws Exception {
        JsonNode response = client.get("/v3/payscore/merchant-bill?bill_date=2026-01-01&service_id=1&tar_type=GZIP"
                        + "&encryption_algorithm=AEAD_AES_256_GCM")
                .read()
                .at("/download_bill_list/0");

        assertThat(follow(response).statusCode()).isEqualTo(200);
    }

    @Test
    void rejectsExpiredLink() throws Exception {
        JsonNode response =
                client.get("/v3/bill/tradebill?bill_date=2026-01-01").read();
        simulator.bills().expireLinks();

        HttpResponse<byte[]> answer = follow(response);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(V3Client.json(answer).get("code").asString()).isEqualTo("INVALID_REQUEST");
    }

    @Test
    void expiresLinksAfterFiveMinutes() {
        Instant[] now = {Instant.parse("2026-01-01T00:00:00Z")};
        FileLinks links = new FileLinks(new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now[0];
            }
        });
        String token = links.offer(FileContent.of(new byte[1]));

        now[0] = now[0].plusSeconds(299);
        assertThat(links.find(token)).isPresent();
        now[0] = now[0].plusSeconds(1);
        assertThat(links.find(token)).isEmpty();
    }

    @Test
    void servesReceiptsWhateverTheUri() throws Exception {
        JsonNode receipt = client.get("/v3/fund-app/mch-transfer/elecsign/out-bill-no/plfk2020042013")
                .read();

        assertThat(receipt.get("download_url").asString()).contains("/v3/transferdownload/signfile?token=");
        assertThat(follow(receipt).body()).startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void servesFlowsOfCouponsAsBills() throws Exception {
        JsonNode flow =
                client.get("/v3/marketing/favor/stocks/9865888/use-flow").read();

        assertThat(flow.get("url").asString()).contains("/v3/billdownload/file?token=");
    }

    @Test
    void preparesReceiptForSetNumberOfQueries() throws Exception {
        String query = "/v3/transfer/bill-receipt/plfk2020042013";
        simulator.bills().prepareFor(1);

        JsonNode first = client.get(query).read();
        assertThat(first.get("signature_status").asString()).isEqualTo("ACCEPTED");
        assertThat(first.has("download_url")).isFalse();
        JsonNode second = client.get(query).read();
        assertThat(second.get("signature_status").asString()).isEqualTo("FINISHED");
        assertThat(new String(follow(second).body(), StandardCharsets.US_ASCII)).startsWith("%PDF");
    }

    @Test
    void respondsWithBillInV2() throws Exception {
        Client v2 = Client.withCertificate(simulator);
        Map<String, String> request = Client.fields(
                "appid", "wxd678efh567hg6787", "mch_id", Client.MCHID, "nonce_str", "n", "bill_date", "20260101");

        assertThat(v2.post("/pay/downloadbill", request).body()).startsWith("\uFEFF交易时间,");
    }

    @Test
    void hasNoBillOfDayWithoutOrders() throws Exception {
        try (Simulator remembering =
                Simulators.bundledBuilder().rememberOrders().start()) {
            HttpResponse<byte[]> v3 = new V3Client(remembering)
                    .get("/v3/bill/tradebill?bill_date=2026-01-01")
                    .send();
            assertThat(v3.statusCode()).isEqualTo(400);
            assertThat(V3Client.json(v3).get("code").asString()).isEqualTo("NO_STATEMENT_EXIST");

            Map<String, String> request = Client.fields(
                    "appid", "wxd678efh567hg6787", "mch_id", Client.MCHID, "nonce_str", "n", "bill_date", "20260101");
            assertThat(Client.read(Client.withCertificate(remembering).post("/pay/downloadbill", request)))
                    .isEqualTo(Map.of("return_code", "FAIL", "return_msg", "No Bill Exist", "error_code", "20002"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "20260101", "2026-1-1", "2026-02-30", "01.01.2026"})
    void hasNoBillOfInvalidDayInV3(String day) throws Exception {
        try (Simulator remembering =
                Simulators.bundledBuilder().rememberOrders().start()) {
            HttpResponse<byte[]> refused = new V3Client(remembering)
                    .get("/v3/bill/fundflowbill?bill_date=" + day)
                    .send();

            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(V3Client.json(refused).get("code").asString()).isEqualTo("PARAM_ERROR");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026-01-01", "20260230"})
    void hasNoBillOfInvalidDayInV2(String day) throws Exception {
        try (Simulator remembering =
                Simulators.bundledBuilder().rememberOrders().start()) {
            Map<String, String> request = Client.fields(
                    "appid", "wxd678efh567hg6787", "mch_id", Client.MCHID, "nonce_str", "n", "bill_date", day);

            assertThat(Client.read(Client.withCertificate(remembering).post("/pay/downloadbill", request)))
                    .containsEntry("return_code", "FAIL")
                    .containsEntry("error_code", "20001")
                    .hasEntrySatisfying(
                            "return_msg", reason -> assertThat(reason).startsWith("bill_date must be "));
        }
    }

    @Test
    void refusesFundFlowWithResultCode() throws Exception {
        Map<String, String> request = Client.fields(
                "appid", "wxd678efh567hg6787", "mch_id", Client.MCHID, "nonce_str", "n", "sign_type", "HMAC-SHA256");
        request.putAll(Client.fields("bill_date", "2026-01-01", "account_type", "Basic"));

        assertThat(Client.read(Client.withCertificate(simulator).post("/pay/downloadfundflow", request)))
                .containsEntry("return_code", "SUCCESS")
                .containsEntry("result_code", "FAIL")
                .containsEntry("err_code", "PARAM_ERROR")
                .doesNotContainKey("error_code");
    }

    @Test
    void truncatedFileIsSeenAsIncomplete() throws Exception {
        simulator.bills().rows(1000);
        JsonNode response =
                client.get("/v3/bill/tradebill?bill_date=2026-01-01").read();
        simulator.next("/v3/billdownload/file", Behavior.truncated());

        assertThatThrownBy(() -> follow(response)).isInstanceOf(IOException.class);
    }

    @Test
    void rejectsNegativeNumberOfRows() {
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.bills().rows(-1));
    }

    private HttpResponse<byte[]> follow(JsonNode response) throws Exception {
        URI url = URI.create(response.get("download_url").asString());
        assertThat(url.toString()).startsWith(simulator.baseUri().toString());
        return client.get(url.getRawPath() + "?" + url.getRawQuery()).send();
    }

    private static List<String> lines(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        assertThat(text).endsWith("\r\n");
        return List.of(text.split("\r\n"));
    }

    private static String sha1(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    }
}
