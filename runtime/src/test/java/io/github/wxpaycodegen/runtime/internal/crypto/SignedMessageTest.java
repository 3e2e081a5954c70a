package io.github.wxpaycodegen.runtime.internal.crypto;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedMessageTest {
    private static final KeyPair KEYS = TestKeys.rsa();
    private static final long NOW = 1_700_000_000;
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC);
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @ValueSource(strings = {"Wechatpay-Timestamp", "Wechatpay-Nonce", "Wechatpay-Signature", "Wechatpay-Serial"})
    void namesMissingHeader(String name) {
        Map<String, String> headers = headers(NOW);
        headers.remove(name);
        assertThatThrownBy(() -> SignedMessage.of(CipherSuite.RSA, headers::get))
                .isInstanceOf(VerificationException.class)
                .hasMessage("it has no header " + name);
        headers.put(name, "");
        assertThatThrownBy(() -> SignedMessage.of(CipherSuite.RSA, headers::get))
                .hasMessage("it has no header " + name);
    }

    @ParameterizedTest
    @ValueSource(longs = {-299, 0, 299})
    void acceptsLessThanFiveMinutes(long difference) throws VerificationException {
        SignedMessage message = SignedMessage.of(CipherSuite.RSA, headers(NOW + difference)::get);
        assertThatCode(() -> message.requireFresh(CLOCK)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 300})
    void rejectsFiveMinutesEitherWay(long difference) throws VerificationException {
        SignedMessage message = SignedMessage.of(CipherSuite.RSA, headers(NOW + difference)::get);
        assertThatThrownBy(() -> message.requireFresh(CLOCK))
                .isInstanceOf(VerificationException.class)
                .hasMessageContaining("it was created at " + Instant.ofEpochSecond(NOW + difference)
                        + ", but the local clock says " + Instant.ofEpochSecond(NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000000000000", "-1000000000000000000", "99999999999999999999"})
    void rejectsTimesBeyondCalendars(String timestamp) throws VerificationException {
        Map<String, String> headers = headers(NOW);
        headers.put("Wechatpay-Timestamp", timestamp);
        SignedMessage message = SignedMessage.of(CipherSuite.RSA, headers::get);
        assertThatThrownBy(() -> message.requireFresh(CLOCK))
                .isInstanceOf(VerificationException.class)
                .hasMessageContaining("it was created at " + timestamp + ", but the local clock says ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "99999999999999999999999999", "1.5"})
    void rejectsInvalidTimestamp(String timestamp) throws VerificationException {
        Map<String, String> headers = headers(NOW);
        headers.put("Wechatpay-Timestamp", timestamp);
        SignedMessage message = SignedMessage.of(CipherSuite.RSA, headers::get);
        assertThatThrownBy(() -> message.requireFresh(CLOCK)).isInstanceOf(VerificationException.class);
    }

    @ParameterizedTest
    @CsvSource({"20,it was created at", "21,its timestamp is too long"})
    void rejectsLongTimestampUnread(int digits, String problem) throws VerificationException {
        Map<String, String> headers = headers(NOW);
        headers.put("Wechatpay-Timestamp", "9".repeat(digits));
        SignedMessage message = SignedMessage.of(CipherSuite.RSA, headers::get);
        assertThatThrownBy(() -> message.requireFresh(CLOCK)).hasMessageStartingWith(problem);
    }

    @Test
    void rejectsSignatureOfAnotherKey() throws VerificationException {
        SignedMessage message = SignedMessage.of(CipherSuite.RSA, headers(NOW)::get);
        assertThatThrownBy(() -> message.requireSignedBy(TestKeys.rsa().getPublic(), BODY))
                .hasMessage("its signature is wrong: it is forged, or its body is not the bytes that were sent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WECHATPAY/SIGNTEST/", "!!", "AAAA"})
    void rejectsSignatureTest(String prefix) throws VerificationException {
        Map<String, String> headers = headers(NOW);
        headers.computeIfPresent("Wechatpay-Signature", (name, right) -> prefix + right);
        SignedMessage message = SignedMessage.of(CipherSuite.RSA, headers::get);
        assertThatThrownBy(() -> message.requireSignedBy(KEYS.getPublic(), BODY))
                .isInstanceOf(VerificationException.class)
                .hasMessageStartingWith("its signature is wrong");
    }

    @Test
    void explainsSignatureTest() throws VerificationException {
        Map<String, String> headers = headers(NOW);
        headers.put("Wechatpay-Signature", "WECHATPAY/SIGNTEST/AAAA");
        SignedMessage message = SignedMessage.of(CipherSuite.RSA, headers::get);
        assertThatThrownBy(() -> message.requireSignedBy(KEYS.getPublic(), BODY))
                .hasMessageContaining("the gateway tests whether signatures are verified");
    }

    @Test
    void namesAnotherAlgorithm() {
        Map<String, String> headers = headers(NOW);
        headers.put("Wechatpay-Signature-Type", "WECHATPAY2-SM2-WITH-SM3");
        assertThatThrownBy(() -> SignedMessage.of(CipherSuite.RSA, headers::get))
                .hasMessage("it must be signed with WECHATPAY2-SHA256-RSA2048 (was WECHATPAY2-SM2-WITH-SM3)");
    }

    private static Map<String, String> headers(long timestamp) {
        byte[] text = (timestamp + "\nn\n{}\n").getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = new HashMap<>();
        headers.put("Wechatpay-Timestamp", Long.toString(timestamp));
        headers.put("Wechatpay-Nonce", "n");
        headers.put("Wechatpay-Serial", "1A");
        headers.put("Wechatpay-Signature", TestKeys.sign(KEYS.getPrivate(), text));
        return headers;
    }
}
