package io.github.wxpaycodegen.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v3.pay.TransactionsJsapiRequest;
import io.github.wxpaycodegen.client.v3.refund.Refund;
import io.github.wxpaycodegen.client.v3.refund.RefundStatus;
import io.github.wxpaycodegen.runtime.bill.BillKind;
import io.github.wxpaycodegen.runtime.bill.FundFlowBill;
import io.github.wxpaycodegen.runtime.bill.TradeBill;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import io.github.wxpaycodegen.simulator.Behavior;
import io.github.wxpaycodegen.simulator.RecordedCall;
import io.github.wxpaycodegen.simulator.Simulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the guides, run against the simulator. */
class ExamplesTest {
    @TempDir
    private Path folder;

    private Simulator gateway;
    private WxPay pay;

    @BeforeEach
    void start() {
        gateway = Simulator.builder()
                .mchid("1230000109")
                .v2Key("any-32-characters-will-do-here!!")
                .start();
        pay = WxPay.create(gateway.config().appid("wxd678efh567hg6787").build());
    }

    @AfterEach
    void close() {
        pay.close();
        gateway.close();
    }

    @Test
    void fileIsUploadedInBothProtocols() throws IOException {
        new FilesAndBills(pay).upload(Files.write(folder.resolve("licence.jpg"), new byte[] {1, 2, 3}));

        assertThat(gateway.calls())
                .extracting(RecordedCall::path)
                .containsExactly("/v3/merchant/media/upload", "/secapi/mch/uploadmedia");
    }

    @Test
    void listsGoThroughAllPages() {
        String path = "/v3/merchant-service/complaints-v2";

        assertThat(new ListExamples(pay).loop()).hasSize(5);
        assertThat(new ListExamples(pay).firstOpen()).isPresent();
        assertThat(new ListExamples(pay).withoutThread().join()).isEqualTo(5);
        assertThat(gateway.calls())
                .extracting(RecordedCall::path)
                .containsOnly(path)
                .hasSize(3 + 1 + 3);
    }

    @Test
    void listThatRepeatsFailuresLosesNoItem() {
        ListExamples examples = new ListExamples(pay.with(o -> o.maxAttempts(1)));
        gateway.next("/v3/merchant-service/complaints-v2", Behavior.dropAfterRequest());

        assertThat(examples.loopThatRepeatsFailures()).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void rawCallsReachTheGateway() {
        assertThat(ClientExamples.rawQuery(pay, "1230000109")).contains("\"out_trade_no\":\"A1\"");
        ClientExamples.rawWrite(pay, "wxd678efh567hg6787", "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o");
        assertThat(ClientExamples.rawUpload(pay, UploadFile.of("a.png", new byte[] {1})))
                .contains("media_id");
        ClientExamples.rawV2(pay, "wxd678efh567hg6787", "1230000109");

        assertThat(gateway.calls())
                .extracting(RecordedCall::path)
                .containsExactly(
                        "/v3/pay/transactions/out-trade-no/A1",
                        "/v3/profitsharing/receivers/add",
                        "/v3/merchant/media/upload",
                        "/mmpaymkttransfers/gettransferinfo");
    }

    @Test
    void linkOfARawCallLeadsToTheVerifiedFile() throws IOException {
        String bill = pay.raw()
                .v3("GET", "/v3/bill/tradebill")
                .query("bill_date", "2026-11-22")
                .send()
                .value();
        Path target = folder.resolve("bill.csv");

        ClientExamples.rawDownload(pay, text(bill, "download_url"), text(bill, "hash_value"), target);

        try (TradeBill rows = BillKind.TRADE.open(target)) {
            assertThat(rows).hasSize(3);
        }
    }

    private static String text(String json, String name) {
        return json.replaceAll("(?s).*\"" + name + "\" *: *\"([^\"]*)\".*", "$1")
                .replace("\\/", "/");
    }

    @Test
    void merchantsOfOneGroupCallTheirGateways() {
        try (Simulator other = Simulator.builder()
                .mchid("1230000110")
                .v2Key("other-32-characters-will-do-too!")
                .start()) {
            ClientExamples.manyMerchants(
                            gateway.config().appid("wx1").build(),
                            other.config().appid("wx2").build())
                    .close();
            assertThat(gateway.calls()).extracting(RecordedCall::path).containsExactly("/pay/orderquery");
            assertThat(other.calls()).extracting(RecordedCall::path).containsExactly("/pay/orderquery");
        }
    }

    @Test
    void billIsDownloadedAndRead() throws IOException {
        gateway.bills().rows(20);
        Map<String, Long> seen = new HashMap<>();

        FilesAndBills.read(new FilesAndBills(pay).download(folder), (payments, refunds) -> {
            seen.putAll(payments);
            seen.putAll(refunds);
        });

        assertThat(seen).hasSizeBetween(1, 20).doesNotContainKey(null).doesNotContainValue(null);
    }

    @Test
    void storesEncryptedBillsDecrypted() throws IOException {
        new FilesAndBills(pay).downloadEncrypted(folder);

        try (Stream<Path> files = Files.list(folder)) {
            List<Path> bills = files.toList();
            assertThat(bills).isNotEmpty();
            for (Path file : bills) {
                try (FundFlowBill bill = BillKind.FUND_FLOW.open(file)) {
                    assertThat(bill).isNotEmpty();
                }
            }
        }
    }

    @Test
    void pageGetsItsPaymentParameters() {
        TransactionsJsapiRequest order = TransactionsJsapiRequest.builder()
                .appid("wxd678efh567hg6787")
                .mchid("1230000109")
                .description("Tea")
                .outTradeNo("ORDER-1")
                .notifyUrl("https://shop.example/wxpay/notify")
                .amount(a -> a.total(500))
                .payer(p -> p.openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"))
                .build();

        List<Object> made = FrontEndExample.parameters(
                pay, order, "https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=wx1", "weixin://wxpay/1");

        assertThat((String) made.get(0)).contains("\"paySign\":");
        assertThat(((URI) made.get(1)).getRawQuery()).endsWith("&redirect_url=https%3A%2F%2Fm.example%2Fpaid%3Fo%3D1");
        assertThat(made.get(2)).isEqualTo("weixin://wxpay/1");
    }

    @Test
    void refundIsStoredAndSentAgain() {
        Map<String, String> store = new HashMap<>();
        MessageExamples examples = new MessageExamples(pay, store);

        examples.refund("O1", "R1");
        Refund again = examples.refundAgain("R1");

        assertThat(again.outRefundNo()).isEqualTo("R1");
        assertThat(gateway.calls()).extracting(RecordedCall::path).containsOnly("/v3/refund/domestic/refunds");
        assertThat(gateway.calls())
                .extracting(RecordedCall::fields)
                .hasSize(2)
                .containsOnly(gateway.calls().get(0).fields());
    }

    @Test
    void buildsFixtureFromJson() {
        assertThat(MessageExamples.fixture().status()).isEqualTo(RefundStatus.SUCCESS);
        assertThat(MessageExamples.fixture().amount().refund()).isEqualTo(100);
    }

    @Test
    void sendsUndeclaredFields() {
        new MessageExamples(pay, Map.of()).putFields("O1", "R2");

        assertThat(gateway.calls().get(0).fields())
                .containsEntry("out_refund_no", "R2")
                .containsEntry("priority", "1")
                .containsEntry("labels[0]", "vip");
        assertThat(gateway.calls().get(0).undeclaredFields()).contains("priority", "payee_name");
    }
}
