package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.notifications.v3.TransactionSuccess;
import io.github.wxpaycodegen.client.v3.fundapp.mchtransfer.TransferSceneReportInfo;
import io.github.wxpaycodegen.examples.NotificationServer;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.error.InvalidResponseException;
import io.github.wxpaycodegen.runtime.notification.Notification;
import io.github.wxpaycodegen.simulator.Notice;
import io.github.wxpaycodegen.simulator.RecordedCall;
import io.github.wxpaycodegen.simulator.Simulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The SM suite between the generated client and the gateway: certificates, calls, sensitive fields, notifications. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmSuiteTest {
    private static final String V2_KEY = "integration-test-key-0123456789a";

    private final Simulator gateway = Simulator.builder()
            .keysFrom("tests")
            .mchid(Gateway.MCHID)
            .v2Key(V2_KEY)
            .smSuite()
            .notificationSpeed(10_000)
            .start();
    private final WxPay pay = WxPay.create(
            config(gateway.merchantKeyPem(), gateway.merchantCertificatePem()).build());

    @AfterAll
    void close() {
        pay.close();
        gateway.close();
    }

    @Test
    void callsWithDownloadedCertificates() {
        assertThat(pay.v3()
                        .pay()
                        .transactions()
                        .native_(b -> b.description("Image形象店")
                                .outTradeNo("sm-order")
                                .notifyUrl("https://www.example.com/notify")
                                .amount(a -> a.total(100)))
                        .codeUrl())
                .isNotEmpty();

        RecordedCall call = call("/v3/pay/transactions/native");
        assertThat(call.refusal()).isEmpty();
        assertThat(call.headers().get("authorization").get(0)).startsWith("WECHATPAY2-SM2-WITH-SM3 ");
        RecordedCall certificates = call("/v3/certificates");
        assertThat(certificates.queryFields()).containsEntry("algorithm_type", "SM2");
    }

    @Test
    void encryptsAndDecryptsSensitiveFields() {
        pay.v3().fundApp().mchTransfer().transferBills(b -> b.outBillNo("smbill1")
                .openid("o-MYE42l80oelYMDE34nYD456Xoy")
                .userName("张三")
                .transferAmount(200_000)
                .transferRemark("2020年4月报销")
                .transferSceneIdValue("1000")
                .transferSceneReportInfos(List.of(TransferSceneReportInfo.builder()
                        .infoType("活动名称")
                        .infoContent("新会员有礼")
                        .build())));
        RecordedCall call = call("/v3/fund-app/mch-transfer/transfer-bills");
        assertThat(call.fields()).containsEntry("user_name", "张三");
        assertThat(new String(call.body(), StandardCharsets.UTF_8)).doesNotContain("张三");
        assertThat(call.headers().get("wechatpay-serial")).containsExactly(gateway.platformSerial());

        String phone = pay.v3()
                .merchantService()
                .complaintsV2()
                .complaintId("200201820200101080076610000")
                .get()
                .payerPhone();
        assertThat(phone)
                .isEqualTo(call("/v3/merchant-service/complaints-v2/200201820200101080076610000")
                        .responseFields()
                        .get("payer_phone"));
    }

    @Test
    void notificationArrivesAsItsClass() throws Exception {
        BlockingQueue<Notification> received = new LinkedBlockingQueue<>();
        try (NotificationServer server = new NotificationServer(
                pay.notifications().dispatcher().otherwise(received::add).build())) {
            gateway.notifications().send(server.notifyUrl(), Notice.v3("TRANSACTION.SUCCESS"));

            assertThat(received.poll(5, TimeUnit.MINUTES)).isExactlyInstanceOf(TransactionSuccess.class);
            assertThat(gateway.notifications().await(a -> a.isAccepted(), Duration.ofMinutes(5)))
                    .isPresent();
        }
    }

    /** Both sides hold to the suite: an RSA signature is no merchant's here, and an SM2 signature proves nothing there. */
    @Test
    void rejectsRsaMerchant() throws IOException {
        try (Simulator rsa =
                        Simulator.builder().mchid(Gateway.MCHID).v2Key(V2_KEY).start();
                WxPay stranger = WxPay.create(config(rsa.merchantKeyPem(), rsa.merchantCertificatePem())
                        .wechatPayPublicKeyPem(
                                rsa.publicKeyId(), rsa.publicKeyPem().getBytes(StandardCharsets.US_ASCII))
                        .build())) {
            InvalidResponseException refused = catchThrowableOfType(InvalidResponseException.class, () -> stranger.v3()
                    .merchantService()
                    .complaintsV2()
                    .complaintId("1")
                    .get());

            assertThat(refused)
                    .hasMessageContaining("it must be signed with WECHATPAY2-SHA256-RSA2048")
                    .hasMessageContaining("SIGN_ERROR");
        }
    }

    private WxPayConfig.Builder config(String key, String certificate) {
        return WxPayConfig.builder()
                .mchid(Gateway.MCHID)
                .appid(Gateway.APPID)
                .v2Key(V2_KEY)
                .v3Key(gateway.v3Key())
                .merchantPrivateKeyPem(key.getBytes(StandardCharsets.US_ASCII))
                .merchantCertificatePem(certificate.getBytes(StandardCharsets.US_ASCII))
                .downloadPlatformCertificates()
                .trust(gateway.caCertificate())
                .host(gateway.baseUri());
    }

    private RecordedCall call(String path) {
        return gateway.calls().stream()
                .filter(call -> call.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
