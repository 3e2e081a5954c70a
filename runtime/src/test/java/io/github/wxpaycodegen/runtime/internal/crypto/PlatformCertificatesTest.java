package io.github.wxpaycodegen.runtime.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformCertificatesTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final KeyPair KEYS = TestKeys.rsa();
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final TestClock clock = new TestClock();
    private final List<CompletableFuture<PlatformCertificates.Response>> downloads = new ArrayList<>();
    private final PlatformCertificates certificates = new PlatformCertificates(
            CipherSuite.RSA,
            () -> {
                downloads.add(new CompletableFuture<>());
                return downloads.get(downloads.size() - 1);
            },
            KEY.getBytes(StandardCharsets.UTF_8),
            new KeyRing(List.of(GatewayKey.of("PUB_KEY_ID_1", KEYS.getPublic()))),
            clock);

    @Test
    void firstUsersShareOneDownload() throws Exception {
        CompletableFuture<Optional<GatewayKey>> first = certificates.key("0A01");
        CompletableFuture<Optional<GatewayKey>> second = certificates.key("0A01");
        assertThat(downloads).hasSize(1);
        assertThat(first).isNotDone();

        downloads.get(0).complete(answer("0A01", certificate("0A01", Duration.ofDays(100))));

        assertThat(first.get()).isPresent();
        assertThat(second.get().orElseThrow().serial()).isEqualTo("0A01");
        assertThat(certificates.key("a01").get()).isPresent();
        assertThat(downloads).hasSize(1);
    }

    @Test
    void refreshesHourlyWhileOldOnesServe() throws Exception {
        downloaded("0A01");
        clock.pass(Duration.ofMinutes(59));
        certificates.key("0A01").get();
        assertThat(downloads).hasSize(1);

        clock.pass(Duration.ofMinutes(1));
        assertThat(certificates.key("0A01")).isDone();
        assertThat(downloads).hasSize(2);

        downloads.get(1).complete(answer("0B02", certificate("0B02", Duration.ofDays(200))));
        assertThat(certificates.key("0A01").get()).as("kept until it expires").isPresent();
        assertThat(certificates.key("0B02").get()).isPresent();
        assertThat(certificates.encryption().get().orElseThrow().serial()).isEqualTo("0B02");
    }

    @Test
    void failedRefreshKeepsLastCertificates() throws Exception {
        downloaded("0A01");
        clock.pass(Duration.ofHours(2));
        certificates.key("0A01").get();
        downloads.get(1).completeExceptionally(new IllegalStateException("no network"));
        assertThat(certificates.key("0A01").get()).isPresent();

        clock.pass(Duration.ofMinutes(1));
        certificates.key("0A01").get();
        assertThat(downloads).as("it tries again").hasSize(3);
        downloads
                .get(2)
                .complete(new PlatformCertificates.Response(
                        502, name -> null, "<html>".getBytes(StandardCharsets.UTF_8)));
        assertThat(certificates.key("0A01").get()).isPresent();
    }

    @Test
    void retriesFirstDownloadAfterFiveSeconds() throws Exception {
        certificates.key("0A01");
        downloads.get(0).completeExceptionally(new IllegalStateException("no network"));

        clock.pass(Duration.ofMillis(4999));
        assertThatThrownBy(() -> certificates.key("0A01").get(5, TimeUnit.MINUTES))
                .hasMessageContaining("of the platform certificates failed a moment ago");
        assertThat(downloads).hasSize(1);

        clock.pass(Duration.ofMillis(1));
        CompletableFuture<Optional<GatewayKey>> key = certificates.key("0A01");
        downloads.get(1).complete(answer("0A01", certificate("0A01", Duration.ofDays(100))));
        assertThat(key.get(5, TimeUnit.MINUTES)).isPresent();
    }

    /** A machine may start with a clock that is hours ahead, and correct it. */
    @Test
    void retriesAfterClockWasSetBack() throws Exception {
        clock.pass(Duration.ofHours(8));
        certificates.key("0A01");
        downloads.get(0).completeExceptionally(new IllegalStateException("the response is not fresh"));

        clock.pass(Duration.ofHours(-8));
        CompletableFuture<Optional<GatewayKey>> key = certificates.key("0A01");
        downloads.get(1).complete(answer("0A01", certificate("0A01", Duration.ofDays(100))));
        assertThat(key.get(5, TimeUnit.MINUTES)).isPresent();
    }

    /** Otherwise all later callers would wait for a download that nobody makes. */
    @Test
    void errorEndsAllWaits() throws Exception {
        PlatformCertificates broken = new PlatformCertificates(
                CipherSuite.RSA,
                () -> {
                    downloads.add(new CompletableFuture<>());
                    if (downloads.size() == 1) {
                        throw new NoClassDefFoundError("of a signature provider");
                    }
                    return downloads.get(downloads.size() - 1);
                },
                KEY.getBytes(StandardCharsets.UTF_8),
                KeyRing.EMPTY,
                clock);

        assertThat(broken.key("0A01")).isCompletedExceptionally();
        clock.pass(Duration.ofSeconds(5));
        CompletableFuture<Optional<GatewayKey>> second = broken.key("0A01");
        downloads
                .get(1)
                .complete(new PlatformCertificates.Response(
                        200,
                        name -> {
                            throw new OutOfMemoryError("while it is read");
                        },
                        body(KEY, certificate("0A01", Duration.ofDays(100)))));
        assertThat(second).isCompletedExceptionally();
        clock.pass(Duration.ofSeconds(5));
        CompletableFuture<Optional<GatewayKey>> third = broken.key("0A01");
        downloads.get(2).complete(answer("0A01", certificate("0A01", Duration.ofDays(100))));
        assertThat(third.get(5, TimeUnit.MINUTES)).isPresent();
    }

    @Test
    void unknownSerialRefreshesOnceAMinute() throws Exception {
        downloaded("0A01");
        clock.pass(Duration.ofSeconds(59));
        assertThat(certificates.key("0F").get()).isEmpty();
        assertThat(downloads).hasSize(1);

        clock.pass(Duration.ofSeconds(1));
        CompletableFuture<Optional<GatewayKey>> found = certificates.key("0F");
        certificates.key("0E");
        assertThat(downloads).hasSize(2);
        downloads
                .get(1)
                .complete(answer("0F", certificate("0F", Duration.ofDays(1)), certificate("0A01", Duration.ofDays(1))));
        assertThat(found.get()).isPresent();
    }

    @Test
    void removesExpiredCertificate() throws Exception {
        downloaded("0A01");
        clock.pass(Duration.ofDays(101));
        certificates.key("0A01");
        downloads.get(1).complete(answer("0B02", certificate("0B02", Duration.ofDays(200))));
        assertThat(certificates.key("0A01").get()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOT_FOUND", "RESOURCE_NOT_EXISTS"})
    void acceptsMerchantWithoutCertificates(String code) throws Exception {
        CompletableFuture<Optional<GatewayKey>> key = certificates.encryption();
        downloads
                .get(0)
                .complete(new PlatformCertificates.Response(
                        404,
                        name -> null,
                        ("{\"code\":\"" + code + "\",\"message\":\"\"}").getBytes(StandardCharsets.UTF_8)));
        assertThat(key.get()).isEmpty();
        assertThat(certificates.encryption().get()).isEmpty();
        assertThat(downloads).hasSize(1);
    }

    @Test
    void anotherNotFoundIsAnError() {
        CompletableFuture<Optional<GatewayKey>> key = certificates.encryption();
        downloads
                .get(0)
                .complete(new PlatformCertificates.Response(
                        404, name -> null, "{\"code\":\"NO_AUTH\"}".getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(key::get).hasMessageContaining("HTTP status 404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "{\"data\":null}",
                "{\"data\":[null]}",
                "{\"data\":[[]]}",
                "{\"data\":[{\"encrypt_certificate\":7}]}"
            })
    void invalidResponseEndsAllWaits(String body) {
        CompletableFuture<Optional<GatewayKey>> key = certificates.key("0A01");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        downloads.get(0).complete(new PlatformCertificates.Response(200, headers("0A01", bytes)::get, bytes));
        assertThat(key).isCompletedExceptionally();
    }

    @Test
    void ignoresPageOfProxy() {
        CompletableFuture<Optional<GatewayKey>> key = certificates.encryption();
        downloads
                .get(0)
                .complete(new PlatformCertificates.Response(
                        404, name -> null, "<html>NOT_FOUND</html>".getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(key::get).hasMessageContaining("HTTP status 404");
    }

    @Test
    void encryptionKeyIsDownloadedOnceAnHour() throws Exception {
        downloaded("0A01");
        clock.pass(Duration.ofMinutes(30));

        assertThat(certificates.encryption().get(5, TimeUnit.MINUTES)).isPresent();
        assertThat(downloads).hasSize(1);
    }

    @Test
    void rejectsReplayedResponse() {
        PlatformCertificates.Response old = answer("0A01", certificate("0A01", Duration.ofDays(1)));
        clock.pass(Duration.ofMinutes(5));
        CompletableFuture<Optional<GatewayKey>> key = certificates.key("0A01");
        downloads.get(0).complete(old);
        assertThatThrownBy(key::get).hasMessageContaining("less than 300 seconds apart");
    }

    @Test
    void rejectsOldMessageBeforeKeyLookup() throws VerificationException {
        TrustedKeys trusted = new TrustedKeys(KeyRing.EMPTY, certificates, clock);
        SignedMessage message = SignedMessage.of(CipherSuite.RSA, headers("0BAD", new byte[0])::get);
        clock.pass(Duration.ofMinutes(5));
        assertThat(trusted.verify(message, new byte[0])).isCompletedExceptionally();
        assertThat(downloads).isEmpty();
    }

    @Test
    void verifiesNewCertificateAfterRefresh() throws Exception {
        downloaded("0A01");
        clock.pass(Duration.ofMinutes(1));
        TrustedKeys trusted = new TrustedKeys(KeyRing.EMPTY, certificates, clock);
        byte[] body = {1};
        CompletableFuture<Void> verified =
                trusted.verify(SignedMessage.of(CipherSuite.RSA, headers("0B02", body)::get), body);
        assertThat(verified).isNotDone();
        downloads.get(1).complete(answer("0B02", certificate("0B02", Duration.ofDays(200))));
        assertThatCode(verified::get).doesNotThrowAnyException();
    }

    @Test
    void rejectsExpiredConfiguredCertificate() {
        TrustedKeys trusted = new TrustedKeys(
                new KeyRing(List.of(GatewayKey.of(certificate("0A01", Duration.ofDays(1))))), null, clock);
        assertThat(trusted.key("0A01")).isCompleted();
        clock.pass(Duration.ofDays(2));
        assertThatThrownBy(() -> trusted.key("0A01").get()).hasMessageContaining("which is not trusted");
    }

    @Test
    void rejectsResponseSignedByUnknownKey() throws Exception {
        CompletableFuture<Optional<GatewayKey>> key = certificates.key("0A01");
        PlatformCertificates.Response right = answer("0A01", certificate("0A01", Duration.ofDays(1)));
        downloads.get(0).complete(new PlatformCertificates.Response(200, right.header(), concat(right.body(), " ")));
        assertThatThrownBy(key::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(VerificationException.class)
                .hasMessageContaining("its signature is wrong");
        assertThatThrownBy(() -> certificates.key("0A01").get())
                .hasMessageContaining("of the platform certificates failed a moment ago");
    }

    @Test
    void configuredKeyMaySignDuringMigration() throws Exception {
        CompletableFuture<Optional<GatewayKey>> key = certificates.key("0A01");
        downloads.get(0).complete(answer("PUB_KEY_ID_1", certificate("0A01", Duration.ofDays(1))));
        assertThat(key.get()).isPresent();
    }

    @Test
    void rejectsResponseEncryptedWithAnotherKey() throws Exception {
        CompletableFuture<Optional<GatewayKey>> key = certificates.key("0A01");
        byte[] body = body("fedcba9876543210fedcba9876543210", certificate("0A01", Duration.ofDays(1)));
        downloads.get(0).complete(new PlatformCertificates.Response(200, headers("0A01", body)::get, body));
        assertThatThrownBy(key::get).hasMessageContaining("it cannot be decrypted");
    }

    @Test
    void cancelingOneCallerKeepsTheDownload() throws Exception {
        CompletableFuture<Optional<GatewayKey>> impatient = certificates.key("0A01");
        CompletableFuture<Optional<GatewayKey>> patient = certificates.key("0A01");
        impatient.cancel(true);
        downloads.get(0).complete(answer("0A01", certificate("0A01", Duration.ofDays(1))));
        assertThat(patient.get()).isPresent();
    }

    private void downloaded(String serial) throws Exception {
        CompletableFuture<Optional<GatewayKey>> key = certificates.key(serial);
        downloads.get(0).complete(answer(serial, certificate(serial, Duration.ofDays(100))));
        key.get();
    }

    private X509Certificate certificate(String serial, Duration left) {
        return TestKeys.certificate(KEYS, serial, clock.instant(), left);
    }

    private PlatformCertificates.Response answer(String signer, X509Certificate... all) {
        byte[] body = body(KEY, all);
        return new PlatformCertificates.Response(200, headers(signer, body)::get, body);
    }

    private Map<String, String> headers(String signer, byte[] body) {
        long now = clock.instant().getEpochSecond();
        Map<String, String> headers = new HashMap<>();
        headers.put("Wechatpay-Timestamp", Long.toString(now));
        headers.put("Wechatpay-Nonce", "n");
        headers.put("Wechatpay-Serial", signer);
        headers.put(
                "Wechatpay-Signature",
                TestKeys.sign(KEYS.getPrivate(), RequestText.ofResponse(Long.toString(now), "n", body)));
        return headers;
    }

    private static byte[] body(String key, X509Certificate... all) {
        List<String> entries = new ArrayList<>();
        for (X509Certificate each : all) {
            try {
                byte[] pem = TestKeys.pem("CERTIFICATE", each.getEncoded());
                entries.add("{\"serial_no\":\"" + Serial.of(each)
                        + "\",\"encrypt_certificate\":{\"algorithm\":\"AEAD_AES_256_GCM\",\"nonce\":\"61f9c719728a\","
                        + "\"associated_data\":\"certificate\",\"ciphertext\":\""
                        + TestKeys.encrypt(key, "61f9c719728a", "certificate", pem) + "\"}}");
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException(e);
            }
        }
        return ("{\"data\":[" + String.join(",", entries) + "]}").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] concat(byte[] body, String more) {
        return (new String(body, StandardCharsets.UTF_8) + more).getBytes(StandardCharsets.UTF_8);
    }

    private static final class TestClock extends Clock {
        private Instant now = START;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
