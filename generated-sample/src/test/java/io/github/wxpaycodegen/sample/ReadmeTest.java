package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v2.papay.EntrustWebGetRequest;
import io.github.wxpaycodegen.client.v3.pay.Transaction;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.bill.BillKind;
import io.github.wxpaycodegen.runtime.bill.TradeBill;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import io.github.wxpaycodegen.simulator.Simulator;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calls of the README, as they stand there. */
class ReadmeTest {
    @Test
    void callsOfTheReadmeWork(@TempDir Path folder) throws IOException {
        try (Simulator gateway = Simulator.builder()
                        .mchid(Gateway.MCHID)
                        .v2Key("integration-test-key-0123456789a")
                        .start();
                WxPay pay = WxPay.create(WxPayConfig.builder()
                        .mchid(Gateway.MCHID)
                        .appid(Gateway.APPID)
                        .v2Key("integration-test-key-0123456789a")
                        .v3Key(gateway.v3Key())
                        .merchantPrivateKeyPem(gateway.merchantKeyPem().getBytes(StandardCharsets.US_ASCII))
                        .merchantCertificatePem(gateway.merchantCertificatePem().getBytes(StandardCharsets.US_ASCII))
                        .downloadPlatformCertificates()
                        .trust(gateway.caCertificate())
                        .host(gateway.baseUri())
                        .build())) {
            Transaction t = pay.v3()
                    .pay()
                    .transactions()
                    .id()
                    .transactionId("4200000001")
                    .get();
            assertThat(t.transactionId()).isEqualTo("4200000001");

            EntrustWebGetRequest contractRequest = EntrustWebGetRequest.builder()
                    .appid(Gateway.APPID)
                    .mchId(Gateway.MCHID)
                    .planId("12535")
                    .contractCode("100000")
                    .requestSerial(1)
                    .contractDisplayAccount("a")
                    .notifyUrl("https://example.com")
                    .timestamp("1414488825")
                    .build();
            URI contract = pay.v2().papay().entrustWeb().get(contractRequest);
            assertThat(contract.getRawQuery()).contains("plan_id=12535").contains("&sign=");

            Path path = folder.resolve("bill.csv");
            pay.v3().bill().tradeBill().download(b -> b.billDate("2026-11-22"), path);
            try (TradeBill bill = BillKind.TRADE.open(path)) {
                assertThat(bill).hasSize(3);
            }

            Path scan = Files.write(folder.resolve("licence.jpg"), new byte[] {1});
            UploadFile licence = UploadFile.of(scan);
            assertThat(pay.v3()
                            .merchant()
                            .media()
                            .upload(b -> b.file(licence).filename(licence.name()))
                            .mediaId())
                    .isNotNull();
        }
    }
}
