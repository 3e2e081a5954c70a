package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v2.pay.BillTarType;
import io.github.wxpaycodegen.client.v2.pay.DownloadBillRequest;
import io.github.wxpaycodegen.client.v3.bill.TarType;
import io.github.wxpaycodegen.runtime.error.FileException;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.InvalidResponseException;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.runtime.file.FileHash;
import io.github.wxpaycodegen.runtime.file.SavedFile;
import io.github.wxpaycodegen.simulator.Behavior;
import io.github.wxpaycodegen.simulator.RecordedCall;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.V3Behavior;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files over real connections: streamed to disk, and there whole or not at all. */
class FilesTest {
    private static final String V2_KEY = "integration-test-key-0123456789a";

    private final Simulator gateway = Simulator.builder()
            .keysFrom("tests")
            .mchid(Gateway.MCHID)
            .v2Key(V2_KEY)
            .start();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void v2BillIsEqualOnDiskInMemoryAndDecompressed() throws Exception {
        try (WxPay pay = client()) {
            byte[] inMemory = pay.v2().pay().downloadBill(plainBill()).content();

            SavedFile plain = pay.v2().pay().downloadBill().download(plainBill(), folder.resolve("plain.csv"));
            DownloadBillRequest gzip =
                    plainBill().toBuilder().tarType(BillTarType.GZIP).build();
            SavedFile packed = pay.v2().pay().downloadBill().download(gzip, folder.resolve("bill.gz"));
            SavedFile unpacked = pay.with(o -> o.gunzipFile(true))
                    .v2()
                    .pay()
                    .downloadBill()
                    .download(gzip, folder.resolve("unpacked.csv"));

            assertThat(Files.readAllBytes(plain.path())).isEqualTo(inMemory);
            assertThat(Files.readAllBytes(unpacked.path())).isEqualTo(inMemory);
            assertThat(Files.readAllBytes(packed.path())).startsWith(0x1f, 0x8b);
            assertThat(packed.hash())
                    .isEqualTo(plain.hash())
                    .isEqualTo(unpacked.hash())
                    .extracting(FileHash::type)
                    .isEqualTo(FileHash.Type.SHA256);
        }
    }

    @Test
    void savesV3FileWithoutReplacingExistingOne() throws Exception {
        Path target = folder.resolve("image");
        try (WxPay pay = client()) {
            SavedFile saved = pay.v3()
                    .merchantService()
                    .images()
                    .mediaId("media-1")
                    .downloadAsync(target)
                    .get();
            assertThat(saved.size()).isPositive().isEqualTo(Files.size(target));

            int calls = gateway.calls().size();
            assertThatThrownBy(() -> pay.v3()
                            .merchantService()
                            .images()
                            .mediaId("media-1")
                            .download(target))
                    .isInstanceOf(FileException.class);
            assertThat(gateway.calls()).hasSize(calls);
        }
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(Behavior.truncated(), WxPayException.class),
                Arguments.of(Behavior.dropDuringRequest(), WxPayException.class),
                Arguments.of(V3Behavior.error(404, "NOT_FOUND", "没有"), GatewayException.class));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void failedDownloadLeavesNoFile(Behavior behavior, Class<?> failure) {
        gateway.next("/v3/merchant-service/images/{media_id}", behavior);
        try (WxPay pay = client()) {
            assertThatThrownBy(() ->
                            pay.v3().merchantService().images().mediaId("m").download(folder.resolve("image")))
                    .isInstanceOf(failure);
        }
        assertThat(folder).isEmptyDirectory();
    }

    static Stream<Arguments> noBills() {
        return Stream.of(
                Arguments.of(noBill("text/plain", ""), "neither a file nor an error"),
                Arguments.of(noBill("application/json", "{\"code\":\"SYSTEM_ERROR\"}"), "neither a file nor an error"),
                Arguments.of(noBill("text/plain", "upstream connect error"), "neither a file nor an error"),
                Arguments.of(Behavior.unmarkedEnd(), "may have been cut off"),
                Arguments.of(Behavior.truncated(), ""));
    }

    private static Behavior noBill(String contentType, String body) {
        return Behavior.respond(200, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("noBills")
    void doesNotSaveIncompleteBill(Behavior behavior, String why) {
        gateway.bills().rows(100);
        try (WxPay pay = client()) {
            gateway.next("/pay/downloadbill", behavior);
            assertThatThrownBy(() -> pay.v2().pay().downloadBill().download(plainBill(), folder.resolve("bill")))
                    .isInstanceOf(WxPayException.class)
                    .hasMessageContaining(why);

            gateway.next("/pay/downloadbill", behavior);
            assertThatThrownBy(() -> pay.v2().pay().downloadBill(plainBill()))
                    .isInstanceOf(WxPayException.class)
                    .hasMessageContaining(why);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void tooLargeFileLeavesNoFile() {
        try (WxPay pay = client()) {
            WxPay small = pay.with(o -> o.maxFileBytes(10));

            assertThatThrownBy(() -> small.v2().pay().downloadBill().download(plainBill(), folder.resolve("bill")))
                    .isInstanceOf(InvalidResponseException.class)
                    .hasMessageContaining("maxFileBytes");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void downloadsBillInOneCall() throws Exception {
        gateway.bills().rows(20_000);
        Path target = folder.resolve("bill.csv.gz");
        try (WxPay pay = client()) {
            SavedFile bill = pay.v3()
                    .bill()
                    .tradeBill()
                    .download(b -> b.billDate("2026-01-01").tarType(TarType.GZIP), target);

            assertThat(bill.hash().type()).isEqualTo(FileHash.Type.SHA1);
            try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(target))) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("\uFEFF交易时间,")
                        .hasLineCount(20_003);
            }
        }
    }

    @Test
    void renewsExpiredLink() throws Exception {
        gateway.next("/v3/billdownload/file", V3Behavior.error(400, "INVALID_REQUEST", "下载链接已失效"));
        try (WxPay pay = client()) {
            SavedFile bill =
                    pay.v3().bill().fundFlowBill().download(b -> b.billDate("2026-01-01"), folder.resolve("fund.csv"));

            assertThat(bill.size()).isPositive();
        }
        assertThat(gateway.calls())
                .extracting(RecordedCall::path)
                .containsExactly(
                        "/v3/bill/fundflowbill",
                        "/v3/billdownload/file",
                        "/v3/bill/fundflowbill",
                        "/v3/billdownload/file");
    }

    @Test
    void doesNotSaveBillWithWrongDigest() {
        gateway.next("/v3/bill/tradebill", Behavior.with("hash_value", "0".repeat(40)));
        try (WxPay pay = client()) {
            assertThatThrownBy(() -> pay.v3()
                            .bill()
                            .tradeBill()
                            .download(b -> b.billDate("2026-01-01"), folder.resolve("bill.csv")))
                    .isInstanceOf(WxPayException.class)
                    .hasMessageContaining("SHA1");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void doesNotSaveTruncatedBill() {
        gateway.bills().rows(20_000);
        gateway.next("/v3/billdownload/file", Behavior.truncated());
        try (WxPay pay = client()) {
            assertThatThrownBy(() -> pay.v3()
                            .bill()
                            .tradeBill()
                            .download(b -> b.billDate("2026-01-01"), folder.resolve("bill.csv")))
                    .isInstanceOf(WxPayException.class);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void waitsForReceipt() throws Exception {
        gateway.bills().prepareFor(2);
        try (WxPay pay = client()) {
            SavedFile receipt = pay.with(o -> o.pollFirstAfter(Duration.ofMillis(10)))
                    .v3()
                    .transfer()
                    .billReceipt()
                    .outBatchNo("plfk2020042013")
                    .download(folder.resolve("receipt.pdf"));

            assertThat(Files.readString(receipt.path())).startsWith("%PDF");
        }
        assertThat(gateway.calls()).hasSize(4);
    }

    private static DownloadBillRequest plainBill() {
        return DownloadBillRequest.builder().billDate("20260101").build();
    }

    private WxPay client() {
        return WxPay.create(gateway.config().maxAttempts(1).build());
    }
}
