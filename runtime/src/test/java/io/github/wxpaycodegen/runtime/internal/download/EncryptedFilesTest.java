package io.github.wxpaycodegen.runtime.internal.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.CallOptions;
import io.github.wxpaycodegen.runtime.Sent;
import io.github.wxpaycodegen.runtime.V3Gateway;
import io.github.wxpaycodegen.runtime.WxPayClient;
import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.error.InvalidResponseException;
import io.github.wxpaycodegen.runtime.file.FileHash;
import io.github.wxpaycodegen.runtime.file.FileLink;
import io.github.wxpaycodegen.runtime.file.SavedFile;
import io.github.wxpaycodegen.runtime.internal.call.Call;
import io.github.wxpaycodegen.runtime.internal.call.ErrorAdvice;
import io.github.wxpaycodegen.runtime.internal.call.Exchange;
import io.github.wxpaycodegen.runtime.internal.crypto.CipherSuite;
import io.github.wxpaycodegen.runtime.internal.crypto.TestKeys;
import io.github.wxpaycodegen.runtime.internal.link.LinkSeals;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is encrypted for the merchant is stored decrypted and verified, or not at all. */
class EncryptedFilesTest {
    private static final byte[] CSV = "abc".getBytes(StandardCharsets.US_ASCII);
    private static final String SHA1 = "a9993e364706816aba3e25717850c26c9cd0d89d";
    private static final String URL = "https://api.mch.weixin.qq.com/v3/bill/downloadurl?token=secret";
    private static final byte[] KEY = "0123456789abcdef0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final String NONCE = "nonce-of-12b";

    @TempDir
    Path folder;

    private final V3Gateway gateway = new V3Gateway();

    @Test
    void decryptsThenDecompressesAndVerifies() throws Exception {
        gateway.answerFile(200, encrypted(gzip(CSV)));

        SavedFile saved = fetch(link(encryptedKey(KEY)), options -> options.gunzipFile(true));

        assertThat(Files.readAllBytes(saved.path())).isEqualTo(CSV);
        assertThat(saved.hash()).isEqualTo(FileHash.of("SHA1", SHA1));
        assertThat(names()).containsExactly("bill.csv");
    }

    @Test
    void storesGzipAsReceived() throws Exception {
        gateway.answerFile(200, encrypted(gzip(CSV)));

        assertThat(Files.readAllBytes(
                        fetch(link(encryptedKey(KEY)), options -> {}).path()))
                .isEqualTo(gzip(CSV));
    }

    @Test
    void acceptsDecryptedKey() throws Exception {
        gateway.answerFile(200, encrypted(CSV));

        String key = new String(KEY, StandardCharsets.US_ASCII);
        assertThat(Files.readAllBytes(fetch(link(key), options -> {}).path())).isEqualTo(CSV);
    }

    @Test
    void rejectsAnotherKey() throws Exception {
        gateway.answerFile(200, encrypted(CSV));

        assertRefused(link("0".repeat(32)), "cannot be decrypted");
    }

    @Test
    void discardsChangedFile() throws Exception {
        byte[] changed = encrypted(CSV);
        changed[0] ^= 1;
        gateway.answerFile(200, changed);

        assertRefused(link(encryptedKey(KEY)), "cannot be decrypted", "changed in transit");
    }

    @Test
    void discardsFileShorterThanItsTag() throws Exception {
        gateway.answerFile(200, Arrays.copyOf(encrypted(CSV), 15));

        assertRefused(link(encryptedKey(KEY)), "cannot be decrypted");
    }

    @Test
    void verifiesDigestOfPlainText() throws Exception {
        gateway.answerFile(200, encrypted("abd".getBytes(StandardCharsets.US_ASCII)));

        assertRefused(link(encryptedKey(KEY)), "SHA1");
    }

    @Test
    void rejectsKeyForAnotherMerchant() throws Exception {
        gateway.answerFile(200, encrypted(CSV));
        PublicKey other = TestKeys.rsa().getPublic();

        assertRefused(
                link(Base64.getEncoder().encodeToString(CipherSuite.RSA.encryptField(other, KEY))),
                "not encrypted for merchantPrivateKey");
    }

    @Test
    void rejectsInvalidKey() throws Exception {
        gateway.answerFile(200, encrypted(CSV));
        assertRefused(link("no base64"), "not encrypted for merchantPrivateKey");

        gateway.answerFile(200, encrypted(CSV));
        assertRefused(link(encryptedKey(Arrays.copyOf(KEY, 16))), "(was 16)", "AEAD_AES_256_GCM");
    }

    /** Whoever was told that there is no file must not find one later, whatever step the cancellation came upon. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void cancelingDuringDecryptionKeepsNothing(boolean packed) throws Exception {
        CompletableFuture<TransportResponse> answer = gateway.answerLater();
        AtomicReference<CompletableFuture<?>> call = new AtomicReference<>();
        FileReceiver receiver = new FileReceiver(
                new Call<>(
                        Operation.<Sent>v3File(HttpMethod.GET, "/v3/bill/downloadurl")
                                .traits(Trait.READ_ONLY)
                                .build(),
                        List.of(),
                        Duration.ofMinutes(5),
                        ErrorAdvice.NONE),
                new Exchange(gateway),
                Clock.systemUTC(),
                new FileTarget(folder.resolve("bill.csv"), false, true, 1000),
                null,
                part -> {
                    call.get().cancel(true);
                    return packed ? gzip(CSV) : CSV;
                },
                (response, part) -> CompletableFuture.completedFuture(null));

        call.set(receiver.receive(new TransportRequest("GET", URI.create(URL), Map.of(), new byte[0], false)));
        answer.complete(new TransportResponse(200, Map.of(), encrypted(CSV)));

        assertThatThrownBy(() -> call.get().join()).isInstanceOf(CancellationException.class);
        // The step that was under way tidies up behind itself; the part is the last thing to go.
        while (names().anyMatch(name -> name.startsWith(".wxpay-"))) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void noMessageShowsKeyOrNonce() throws Exception {
        FileLink link = link(encryptedKey(KEY));

        assertThat(link.toString()).doesNotContain(encryptedKey(KEY), NONCE, "secret");
        assertThat(LinkSeals.of(link).toString()).doesNotContain(NONCE);
    }

    private void assertRefused(FileLink link, String... words) throws IOException {
        assertThatThrownBy(() -> fetch(link, options -> {}))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContainingAll(words)
                .hasMessageContaining("The file was discarded");
        assertThat(names()).isEmpty();
    }

    private FileLink link(String encryptKey) {
        return FileLink.of(URL, "SHA1", SHA1).encrypted(encryptKey, NONCE);
    }

    private String encryptedKey(byte[] key) throws GeneralSecurityException {
        return Base64.getEncoder().encodeToString(CipherSuite.RSA.encryptField(gateway.merchantPublicKey(), key));
    }

    private static byte[] encrypted(byte[] plain) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(KEY, "AES"),
                new GCMParameterSpec(128, NONCE.getBytes(StandardCharsets.US_ASCII)));
        return cipher.doFinal(plain);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    private SavedFile fetch(FileLink link, Consumer<CallOptions.Builder> options) {
        try (WxPayClient client = gateway.client()) {
            return client.context().with(options).downloads().fetch(link, folder.resolve("bill.csv"));
        }
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
