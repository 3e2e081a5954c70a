package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v3.bill.BillAlgorithm;
import io.github.wxpaycodegen.client.v3.bill.BillFile;
import io.github.wxpaycodegen.client.v3.bill.FundAccountType;
import io.github.wxpaycodegen.client.v3.bill.SubMerchantFundFlowBillGetResponse;
import io.github.wxpaycodegen.client.v3.bill.TarType;
import io.github.wxpaycodegen.client.v3.bill.TradeBillGetRequest;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.FillKey;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.runtime.bill.BillKind;
import io.github.wxpaycodegen.runtime.bill.FundFlowBill;
import io.github.wxpaycodegen.runtime.endpoint.Download;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.file.FileHash;
import io.github.wxpaycodegen.runtime.file.FileLink;
import io.github.wxpaycodegen.runtime.file.SavedFile;
import io.github.wxpaycodegen.runtime.message.RequestMessage;
import io.github.wxpaycodegen.simulator.RecordedCall;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.V3Behavior;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** From the application for a bill or a receipt to the verified file, over real connections. */
@Execution(ExecutionMode.SAME_THREAD)
class BillFilesTest {
    private static final String SUB_MCHID = "1900000109";
    private static final String FILE = "/v3/billdownload/file";

    private final Simulator gateway = Simulator.builder()
            .keysFrom("tests")
            .mchid(Gateway.MCHID)
            .v2Key("integration-test-key-0123456789a")
            .start();
    private final WxPay client = client();
    private final WxPay pay = client.with(o -> o.pollFirstAfter(Duration.ofMillis(1)));

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        client.close();
        gateway.close();
    }

    /** Each with its file in the end, where it is prepared first after two further queries. */
    @TestFactory
    Stream<DynamicTest> downloadsFileOfEveryOperation() throws Exception {
        Specs specs = TypedApi.bundledSpecs();
        return specs.endpoints().stream().flatMap(endpoint -> endpoint.operations().stream()
                .filter(operation -> operation.response().download().isPresent())
                .map(operation -> DynamicTest.dynamicTest(
                        "/" + endpoint.uri(), () -> leadsToItsFile(specs, endpoint, operation))));
    }

    private void leadsToItsFile(Specs specs, Endpoint endpoint, Operation operation) throws Exception {
        boolean prepared = operation.response().download().orElseThrow().state().isPresent();
        gateway.bills().prepareFor(prepared ? 2 : 0);
        int before = gateway.calls().size();
        RequestMaker maker =
                new RequestMaker(specs, Map.of(FillKey.MCHID, Gateway.MCHID, FillKey.SUB_MCHID, SUB_MCHID), true);
        Map<String, String> segments = new HashMap<>();
        operation.request().path().forEach(field -> segments.put(field.name(), maker.segment(field)));
        Object place = TypedApi.place(pay, endpoint, segments);
        Class<?> type = Class.forName(TypedApi.index()
                .get(operation.method() + " /" + endpoint.uri())
                .get("request")
                .asString());
        Method download = Download.class.getMethod("download", RequestMessage.class, Path.class);

        SavedFile saved =
                (SavedFile) download.invoke(place, maker.make(operation, type).request(), folder.resolve("file"));

        assertThat(saved.size()).isPositive().isEqualTo(Files.size(saved.path()));
        assertThat(gateway.calls().size() - before).isEqualTo(prepared ? 4 : 2);
        Files.delete(saved.path());
    }

    @Test
    void largeBillComesAsGzipAndIsUnpacked() throws Exception {
        gateway.bills().rows(50_000);

        SavedFile packed = pay.v3().bill().tradeBill().download(bill("GZIP"), folder.resolve("bill.gz"));
        SavedFile plain = pay.with(o -> o.gunzipFile(true))
                .v3()
                .bill()
                .tradeBill()
                .download(bill("GZIP"), folder.resolve("bill.csv"));

        assertThat(packed.hash())
                .isEqualTo(plain.hash())
                .extracting(FileHash::type)
                .isEqualTo(FileHash.Type.SHA1);
        assertThat(plain.size()).isGreaterThan(packed.size() * 2).isGreaterThan(5_000_000);
        try (Stream<String> lines = Files.lines(plain.path())) {
            assertThat(lines).hasSizeGreaterThan(50_000);
        }
    }

    @Test
    void renewsExpiredLink() {
        gateway.next(FILE, V3Behavior.error(403, "NO_AUTH", "链接已过期"));

        pay.v3().bill().tradeBill().download(bill("GZIP"), folder.resolve("bill"));

        assertThat(gateway.calls())
                .extracting(RecordedCall::path)
                .containsExactly("/v3/bill/tradebill", FILE, "/v3/bill/tradebill", FILE);
    }

    @Test
    void linkIsFetchedUntilItExpires() {
        BillFile bill = pay.v3().bill().tradeBill().get(bill("GZIP"));
        FileLink link = FileLink.of(bill.downloadUrl(), bill.hashTypeValue(), bill.hashValue());

        SavedFile saved = pay.downloads().fetch(link, folder.resolve("bill"));
        assertThat(saved.hash()).isEqualTo(link.hash());

        gateway.bills().expireLinks();
        assertThatThrownBy(() -> pay.downloads().fetch(link, folder.resolve("again")))
                .isInstanceOf(GatewayException.class);
        assertThat(folder.resolve("again")).doesNotExist();
    }

    @Test
    void billOfASubMerchantIsDecrypted() throws Exception {
        gateway.bills().rows(20);
        SubMerchantFundFlowBillGetResponse bills = pay.v3()
                .bill()
                .subMerchantFundFlowBill()
                .get(b -> b.billDate("2026-01-01")
                        .tarType(TarType.GZIP)
                        .algorithm(BillAlgorithm.AEAD_AES_256_GCM)
                        .accountType(FundAccountType.BASIC));

        for (SubMerchantFundFlowBillGetResponse.DownloadBill part : bills.downloadBillList()) {
            FileLink link = FileLink.of(part.downloadUrl(), part.hashTypeValue(), part.hashValue())
                    .encrypted(part.encryptKey(), part.nonce());
            SavedFile saved = pay.downloads().fetch(link, folder.resolve(part.billSequence() + ".csv.gz"));

            try (FundFlowBill bill = BillKind.FUND_FLOW.open(saved.path())) {
                assertThat(bill).hasSize(20);
            }
        }
        assertThat(bills.downloadBillList()).isNotEmpty();
    }

    private static TradeBillGetRequest bill(String packing) {
        return TradeBillGetRequest.builder()
                .billDate("2026-01-01")
                .tarType(TarType.of(packing))
                .build();
    }

    private WxPay client() {
        return WxPay.create(gateway.config().subMchid(SUB_MCHID).maxAttempts(1).build());
    }
}
