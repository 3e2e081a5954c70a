package io.github.wxpaycodegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.simulator.RecordedCall;
import io.github.wxpaycodegen.simulator.V3Behavior;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Files, hosts and personal data of calls from the command line. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RawCallerTest {
    private static final String NAME = "张三";

    private Gateway gateway;
    private Path directory;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        directory = temporary;
        gateway = new Gateway(directory, UnaryOperator.identity());
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void encryptsWhatTheSpecsDeclareAsEncrypted() {
        String body =
                "{\"appid\":\"" + gateway.simulator().appid() + "\",\"type\":\"PERSONAL_OPENID\",\"account\":\"o1\","
                        + "\"name\":\"" + NAME + "\",\"relation_type\":\"PARTNER\"}";

        Run run = call(body, "/v3/profitsharing/receivers/add", "--body", "-", "--yes");

        assertThat(run.status()).as(run.out() + run.err()).isZero();
        RecordedCall sent = latest("/v3/profitsharing/receivers/add");
        assertThat(new String(sent.body(), StandardCharsets.UTF_8))
                .contains("\"account\":\"o1\"")
                .doesNotContain(NAME);
        assertThat(sent.fields()).as("decrypted by the gateway").containsEntry("name", NAME);
    }

    @Test
    void encryptsFieldsOfListsAndLeavesTheRestAsWritten() {
        String body = "{ \"appid\" : \"" + gateway.simulator().appid() + "\", \"out_order_no\" : \"P1\","
                + " \"transaction_id\" : \"4208450740201411110007820472\", \"unfreeze_unsplit\" : false,"
                + " \"receivers\" : [ {\"type\":\"PERSONAL_OPENID\",\"account\":\"o1\",\"amount\":1,"
                + "\"description\":\"d\",\"name\":\"" + NAME + "\"} ] }";

        Run run = call(body, "/v3/profitsharing/orders", "--body", "-", "--yes");

        assertThat(run.status()).as(run.out() + run.err()).isZero();
        assertThat(latest("/v3/profitsharing/orders").fields()).containsEntry("receivers[0].name", NAME);
        assertThat(new String(latest("/v3/profitsharing/orders").body(), StandardCharsets.UTF_8))
                .doesNotContain(NAME);

        String without = body.replace(",\"name\":\"" + NAME + "\"", "").replace("P1", "P2");
        assertThat(call(without, "/v3/profitsharing/orders", "--body", "-", "--yes")
                        .status())
                .isZero();
        assertThat(latest("/v3/profitsharing/orders").body()).isEqualTo(without.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void encryptsFieldsOfVersion2() {
        String body = "{\"mch_id\":\"" + gateway.simulator().mchid() + "\",\"partner_trade_no\":\"T1\","
                + "\"enc_bank_no\":\"6225000000000000\",\"enc_true_name\":\"" + NAME
                + "\",\"bank_code\":\"1001\",\"amount\":100}";

        Run run = call(body, "/v2/mmpaysptrans/pay_bank", "--body", "-", "--yes");

        assertThat(run.status()).as(run.out() + run.err()).isZero();
        assertThat(new String(latest("/mmpaysptrans/pay_bank").body(), StandardCharsets.UTF_8))
                .contains("<partner_trade_no>")
                .doesNotContain(NAME)
                .doesNotContain("6225000000000000");
    }

    /** Nothing encrypts a query by hand, so that personal data would be sent, and logged on the way, in the clear. */
    @Test
    void refusesEncryptedQueryParameters() {
        Run run = call(
                "",
                "/v3/smartguide/guides",
                "--method",
                "GET",
                "--query",
                "store_id=1",
                "--query",
                "mobile=13800138000");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("mobile is encrypted", "use the typed client");
        assertThat(gateway.simulator().latestCalls())
                .noneMatch(call -> call.path().equals("/v3/smartguide/guides"));
    }

    @Test
    void refusesSensitiveFieldThatIsNotAText() {
        Run run = call("{\"name\":1}", "/v3/profitsharing/receivers/add", "--body", "-", "--yes");

        assertThat(run.status()).as(run.out()).isEqualTo(4);
        assertThat(run.out()).startsWith("NOT_SENT");
    }

    @Test
    void uploadsAFile() throws IOException {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 1};
        Path image = Files.write(directory.resolve("logo.png"), png);

        Run run = call("", "/v3/merchant/media/upload", "--upload", image.toString(), "--yes");

        assertThat(run.status()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("media_id");
        assertThat(latest("/v3/merchant/media/upload").fields()).containsEntry("filename", "logo.png");
    }

    @Test
    void storesAResponseThatIsAFile() throws IOException {
        Path file = directory.resolve("image.jpg");
        String[] image = {"/v3/merchant-service/images/{media_id}", "--segment", "media_id=M 1"};

        Run without = call("", image);
        Run with = call("", image[0], image[1], image[2], "--out", file.toString());

        assertThat(without.status()).isEqualTo(2);
        assertThat(without.err()).contains("--out");
        assertThat(with.status()).as(with.out() + with.err()).isZero();
        assertThat(with.out()).startsWith("ACCEPTED").contains("file: ");
        assertThat(Files.size(file)).isPositive();
        assertThat(gateway.simulator().latestCalls())
                .anyMatch(call -> call.path().equals("/v3/merchant-service/images/M%201"));
    }

    @Test
    void storesTheFileThatAResponseLinksTo() {
        Path file = directory.resolve("bill.csv");

        Run run = tradeBill(file);

        assertThat(run.status()).as(run.out() + run.err()).isZero();
        assertThat(file).exists();
    }

    /** The call took effect, so that its report must not be lost to the file. */
    @Test
    void reportsAnAcceptedCallWhoseFileCouldNotBeFetched() {
        Path file = directory.resolve("unfetched.csv");
        gateway.simulator()
                .next(
                        "/v3/bill/tradebill",
                        V3Behavior.with("download_url", "\"https://127.0.0.1:1/v3/billdownload/file\""));

        Run run = tradeBill(file);

        assertThat(run.status()).as(run.out() + run.err()).isEqualTo(5);
        assertThat(run.out())
                .startsWith("ACCEPTED")
                .contains("unfetched.csv could not be stored: ", "\"download_url\"");
        assertThat(file).doesNotExist();
    }

    @Test
    void fileWithAnotherDigestIsAFailedCheck() {
        Path file = directory.resolve("forged.csv");
        gateway.simulator().next("/v3/bill/tradebill", V3Behavior.with("hash_value", "\"" + "00".repeat(20) + "\""));

        Run run = tradeBill(file);

        assertThat(run.status()).as(run.out() + run.err()).isEqualTo(1);
        assertThat(run.out()).startsWith("ACCEPTED").contains("forged.csv was not stored: ");
        assertThat(file).doesNotExist();
    }

    @Test
    void callsOnlyHostsThatAreAllowed() throws IOException {
        URI usual = gateway.simulator().baseUri();
        String other = "https://localhost:" + usual.getPort();
        Path allowing = Files.writeString(
                directory.resolve("allowing.properties"),
                Files.readString(Path.of(gateway.settings())) + "\nwxpay.allow-host=" + other + "\n");

        Run refused = call("", "/v3/certificates", "--host", "https://pay.example.com");
        Run allowed = Run.of("call", "/v3/certificates", "--host", other, "--settings", allowing.toString());

        assertThat(refused.status()).as(refused.out() + refused.err()).isNotZero();
        assertThat(refused.out() + refused.err()).contains("pay.example.com");
        assertThat(allowed.status()).as(allowed.out() + allowed.err()).isZero();
    }

    private Run tradeBill(Path file) {
        return call("", "/v3/bill/tradebill", "--query", "bill_date=2026-11-22", "--out", file.toString());
    }

    private RecordedCall latest(String path) {
        List<RecordedCall> calls = gateway.simulator().latestCalls().stream()
                .filter(call -> call.path().equals(path))
                .toList();
        return calls.get(calls.size() - 1);
    }

    private Run call(String in, String... args) {
        List<String> all = new ArrayList<>(List.of("call"));
        all.addAll(List.of(args));
        all.addAll(List.of("--settings", gateway.settings()));
        return Run.given(Map.of(), in, all.toArray(String[]::new));
    }
}
