package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.runtime.internal.crypto.TestKeys;
import io.github.wxpaycodegen.runtime.transport.Transport;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A gateway without a network: it answers what a test lays down, signed with the key that the client trusts. */
public final class V3Gateway implements Transport {
    public static final String SERIAL = "PUB_KEY_ID_0000000000000024101100397200000006";

    public static final String BRAND_SERIAL = "PUB_KEY_ID_0000000000000024101100397200000007";

    private static final KeyPair GATEWAY = TestKeys.rsa();
    private static final KeyPair MERCHANT = TestKeys.rsa();
    private static final KeyPair BRAND_GATEWAY = TestKeys.rsa();
    private static final KeyPair BRAND = TestKeys.rsa();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    private final Deque<CompletableFuture<TransportResponse>> answers = new ArrayDeque<>();
    private final List<TransportRequest> requests = new ArrayList<>();

    public WxPayClient client() {
        return client(config -> {});
    }

    public WxPayClient client(Consumer<WxPayConfig.Builder> change) {
        WxPayConfig.Builder config = config().transport(() -> this);
        change.accept(config);
        return WxPayClient.create(config.build());
    }

    /** The configuration of a merchant who trusts this gateway. */
    public static WxPayConfig.Builder config() {
        return WxPayConfig.builder()
                .mchid("1900000001")
                .merchantPrivateKeyPem(TestKeys.pem(MERCHANT.getPrivate()))
                .merchantSerial("0A1B")
                .wechatPayPublicKeyPem(SERIAL, TestKeys.pem(GATEWAY.getPublic()))
                .clock(CLOCK);
    }

    /** A client that knows nothing of the merchant. */
    public WxPayClient brandClient(Consumer<WxPayConfig.Builder> change) {
        WxPayConfig.Builder config = WxPayConfig.builder().clock(CLOCK).transport(() -> this);
        brand(config);
        change.accept(config);
        return WxPayClient.create(config.build());
    }

    /** Adds what a brand has. */
    public static void brand(WxPayConfig.Builder config) {
        config.brandId("120344")
                .brandPrivateKeyPem(TestKeys.pem(BRAND.getPrivate()))
                .brandSerial("0B2C")
                .brandWechatPayPublicKeyPem(BRAND_SERIAL, TestKeys.pem(BRAND_GATEWAY.getPublic()));
    }

    /** Signed with the key of the gateway that belongs to the brand. */
    public void answerBrand(String body) {
        answer(200, body, body, BRAND_SERIAL, BRAND_GATEWAY.getPrivate(), headers -> {});
    }

    /** A file, which comes without a signature. */
    public void answerFile(int status, byte[] body) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Content-Type", List.of("text/csv"));
        answers.add(CompletableFuture.completedFuture(new TransportResponse(status, headers, body)));
    }

    /** Nothing, until the test completes it. */
    public CompletableFuture<TransportResponse> answerLater() {
        CompletableFuture<TransportResponse> answer = new CompletableFuture<>();
        answers.add(answer);
        return answer;
    }

    public void answer(int status, String body) {
        answer(status, body, headers -> {});
    }

    public void answer(int status, String body, Consumer<Map<String, List<String>>> change) {
        answer(status, body, body, change);
    }

    /** A statement whose header has the digest of a text, which may be another than the one that is sent. */
    public void answerStatement(String body, String digested) {
        try {
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(digested.getBytes(StandardCharsets.UTF_8)));
            answer(
                    200,
                    body,
                    "{\"sha1\":\"" + digest + "\"}",
                    headers -> headers.put("Wechatpay-Statement-Sha1", List.of(digest)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(int status, String body, String signed, Consumer<Map<String, List<String>>> change) {
        answer(status, body, signed, SERIAL, GATEWAY.getPrivate(), change);
    }

    private void answer(
            int status,
            String body,
            String signed,
            String serial,
            PrivateKey key,
            Consumer<Map<String, List<String>>> change) {
        long now = CLOCK.instant().getEpochSecond();
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Wechatpay-Timestamp", List.of(Long.toString(now)));
        headers.put("Wechatpay-Nonce", List.of("n"));
        headers.put("Wechatpay-Serial", List.of(serial));
        byte[] text = (now + "\nn\n" + signed + "\n").getBytes(StandardCharsets.UTF_8);
        headers.put("Wechatpay-Signature", List.of(TestKeys.sign(key, text)));
        change.accept(headers);
        answers.add(CompletableFuture.completedFuture(
                new TransportResponse(status, headers, body.getBytes(StandardCharsets.UTF_8))));
    }

    public void refuseConnection() {
        answers.add(CompletableFuture.failedFuture(new TransportException(Outcome.NOT_SENT, "refused", null)));
    }

    public void breakOff() {
        answers.add(CompletableFuture.failedFuture(new TransportException(Outcome.UNKNOWN, "broke off", null)));
    }

    public List<TransportRequest> sent() {
        return requests;
    }

    /** What was sent, which must be one request. */
    public TransportRequest only() {
        if (requests.size() != 1) {
            throw new AssertionError("sent: " + requests);
        }
        return requests.get(0);
    }

    public PrivateKey key() {
        return GATEWAY.getPrivate();
    }

    public PublicKey merchantPublicKey() {
        return MERCHANT.getPublic();
    }

    public PublicKey brandPublicKey() {
        return BRAND.getPublic();
    }

    public PrivateKey brandKey() {
        return BRAND_GATEWAY.getPrivate();
    }

    /** Whether the request is signed by the merchant, over this text in place of its body. */
    public boolean authorizes(TransportRequest request, String signedBody) {
        return authorizes(request, signedBody, MERCHANT.getPublic());
    }

    public boolean authorizesBrand(TransportRequest request, String signedBody) {
        return authorizes(request, signedBody, BRAND.getPublic());
    }

    private static boolean authorizes(TransportRequest request, String signedBody, PublicKey key) {
        String authorization = request.headers().get("Authorization");
        String query = request.uri().getRawQuery();
        String text = request.method() + "\n" + request.uri().getRawPath() + (query == null ? "" : "?" + query) + "\n"
                + field(authorization, "timestamp") + "\n" + field(authorization, "nonce_str") + "\n" + signedBody
                + "\n";
        try {
            Signature verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(key);
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(Base64.getDecoder().decode(field(authorization, "signature")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String field(String authorization, String name) {
        Matcher matcher = Pattern.compile("[ ,]" + name + "=\"([^\"]*)\"").matcher(authorization);
        if (!matcher.find()) {
            throw new AssertionError("no " + name + " in " + authorization);
        }
        return matcher.group(1);
    }

    @Override
    public synchronized CompletableFuture<TransportResponse> send(TransportRequest request) {
        requests.add(request);
        return answers.remove();
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
