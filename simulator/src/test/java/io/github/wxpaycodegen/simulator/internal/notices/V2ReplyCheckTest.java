package io.github.wxpaycodegen.simulator.internal.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.simulator.Client;
import io.github.wxpaycodegen.simulator.Notice;
import io.github.wxpaycodegen.simulator.NotificationAttempt;
import io.github.wxpaycodegen.simulator.PendingNotification;
import io.github.wxpaycodegen.simulator.Receiver;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.Simulators;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Replies to the scan of a product's QR code: signature, accounts and required fields. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class V2ReplyCheckTest {
    private final Simulator simulator =
            Simulators.bundledBuilder().notificationSpeed(1e9).start();

    @AfterAll
    void close() {
        simulator.close();
    }

    @Test
    void acceptsSignedReply() throws Exception {
        NotificationAttempt attempt = attempt(fields -> {});
        assertThat(attempt.problem()).isEmpty();
        assertThat(new String(attempt.reply(), StandardCharsets.UTF_8)).contains("prepay_id");
    }

    @ParameterizedTest
    @CsvSource({
        "sign, 0123456789ABCDEF0123456789ABCDEF, the signature of the reply is wrong",
        "sign, 01, the signature of the reply is wrong",
        "appid, wx0000000000000009, the reply names another appid",
        "mch_id, 1900000009, the reply names another mch_id",
        "nonce_str, '', the reply has no nonce_str",
        "result_code, '', the reply has no result_code",
        "prepay_id, '', 'the reply has none of prepay_id, err_code_des'",
        "return_code, FAIL, the receiver did not accept the notification: status 200",
    })
    void rejectsWrongReply(String name, String value, String problem) throws Exception {
        NotificationAttempt attempt = attempt(fields -> {
            fields.put(name, value);
            fields.values().remove("");
        });
        assertThat(attempt.problem()).hasValue(problem);
    }

    @Test
    void rejectsMereAcknowledgmentWithoutRetry() throws Exception {
        try (Receiver receiver = new Receiver()) {
            String id = simulator.notifications().send(receiver.url(), Notice.v2("native-mode-1"));
            assertThat(await(id).problem()).hasValue("the signature of the reply is wrong");
            assertThat(simulator.notifications().pending())
                    .extracting(PendingNotification::url)
                    .doesNotContain(receiver.url().toString());
        }
    }

    private NotificationAttempt attempt(Consumer<Map<String, String>> change) throws Exception {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("return_code", "SUCCESS");
        fields.put("appid", "wx8888888888888888");
        fields.put("mch_id", Client.MCHID);
        fields.put("nonce_str", "5d2b6c2a8db53831f7eda20af46e531c");
        fields.put("prepay_id", "wx201411101639507cbf6ffd8b0779950874");
        fields.put("result_code", "SUCCESS");
        change.accept(fields);
        Map<String, String> signed = fields.containsKey("sign") ? fields : Client.signed(fields);
        try (Receiver receiver = new Receiver()) {
            receiver.reply(200, Client.xml(signed));
            return await(simulator.notifications().send(receiver.url(), Notice.v2("native-mode-1")));
        }
    }

    private NotificationAttempt await(String id) throws InterruptedException {
        return simulator
                .notifications()
                .await(attempt -> attempt.id().equals(id), Duration.ofMinutes(5))
                .orElseThrow();
    }
}
