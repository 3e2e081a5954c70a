package io.github.wxpaycodegen.runtime.notification;

import io.github.wxpaycodegen.runtime.WxPayClient;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.internal.crypto.TestKeys;
import io.github.wxpaycodegen.runtime.internal.crypto.V2Signer;
import io.github.wxpaycodegen.runtime.internal.xml.V2Xml;
import io.github.wxpaycodegen.runtime.message.SignType;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The gateway as the sender of notifications, and the client that trusts it. */
final class Sender {
    static final String V2_KEY = "192006250b4c09247ec02edce69f6a2d";
    static final String V3_KEY = "a7cde1ZJB1kG2e7VfTs3jQzaWizur8Gb";
    static final String RESOURCE = "{\"out_trade_no\":\"1217752501201407033233368018\",\"later\":\"added\"}";

    static final String BRAND_V3_KEY = "b7cde1ZJB1kG2e7VfTs3jQzaWizur8Gb";

    private static final String SERIAL = "PUB_KEY_ID_0000000000000024101100397200000006";
    private static final String BRAND_SERIAL = "PUB_KEY_ID_0000000000000024101100397200000007";
    private static final KeyPair GATEWAY = TestKeys.rsa();
    private static final KeyPair BRAND_GATEWAY = TestKeys.rsa();
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    static final NotificationTypes TYPES = NotificationTypes.of(
            Payment.TYPE,
            Payment.Sharing.TYPE,
            Payment.Plain.TYPE,
            Payment.V2.TYPE,
            Payment.V2Refund.TYPE,
            Scan.TYPE,
            Payment.Wxv.TYPE);

    private Sender() {}

    static WxPayConfig.Builder config() {
        return trusting().v2Key(V2_KEY).v3Key(V3_KEY);
    }

    /** Without the keys of the merchant. */
    static WxPayConfig.Builder trusting() {
        return WxPayConfig.builder()
                .mchid("1900000001")
                .wechatPayPublicKeyPem(SERIAL, TestKeys.pem(GATEWAY.getPublic()))
                .clock(CLOCK);
    }

    /** Adds what a brand needs to read its notifications. */
    static WxPayConfig.Builder withBrand(WxPayConfig.Builder config) {
        return withBrandTrust(config).brandV3Key(BRAND_V3_KEY);
    }

    /** The same without the key that decrypts them. */
    static WxPayConfig.Builder withBrandTrust(WxPayConfig.Builder config) {
        return config.brandWechatPayPublicKeyPem(BRAND_SERIAL, TestKeys.pem(BRAND_GATEWAY.getPublic()));
    }

    static Notifications notifications() {
        return notifications(config().build());
    }

    static Notifications notifications(WxPayConfig config) {
        try (WxPayClient client = WxPayClient.create(config)) {
            return client.context().notifications(TYPES);
        }
    }

    /** A request as a server receives it. */
    record Sent(Map<String, String> headers, byte[] body) {
        Function<String, @Nullable String> header() {
            return headers::get;
        }

        Sent with(String name, @Nullable String value) {
            Map<String, String> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            changed.putAll(headers);
            if (value == null) {
                changed.remove(name);
            } else {
                changed.put(name, value);
            }
            return new Sent(changed, body);
        }
    }

    /** A payment in v3. */
    static Sent payment() {
        return v3(resource -> {});
    }

    static Sent v3(Consumer<Map<String, String>> change) {
        Map<String, String> resource = new LinkedHashMap<>();
        resource.put("event_type", "TRANSACTION.SUCCESS");
        resource.put("original_type", "transaction");
        resource.put("algorithm", "AEAD_AES_256_GCM");
        resource.put("plaintext", RESOURCE);
        resource.put("key", V3_KEY);
        resource.put("associated_data", "transaction");
        change.accept(resource);
        String associated = resource.get("associated_data");
        String ciphertext = TestKeys.encrypt(
                resource.get("key"),
                "fdasflkja484",
                associated == null ? "" : associated,
                resource.get("plaintext").getBytes(StandardCharsets.UTF_8));
        return signed("{\"id\":\"EV-1\",\"create_time\":\"2026-01-01T08:00:00+08:00\",\"event_type\":\""
                + resource.get("event_type") + "\",\"resource_type\":\"encrypt-resource\",\"summary\":\"支付成功\","
                + "\"resource\":{\"original_type\":\"" + resource.get("original_type") + "\",\"algorithm\":\""
                + resource.get("algorithm") + "\",\"ciphertext\":\"" + ciphertext + "\","
                + (associated == null ? "" : "\"associated_data\":\"" + associated + "\",")
                + "\"nonce\":\"fdasflkja484\"}}");
    }

    static Sent signed(String body) {
        return signed(body, NOW.getEpochSecond());
    }

    static Sent signed(String body, long seconds) {
        return signed(body, seconds, SERIAL, GATEWAY);
    }

    /** The same body, signed with the gateway's key for the brand. */
    static Sent signedForBrand(Sent sent) {
        return signed(
                new String(sent.body(), StandardCharsets.UTF_8), NOW.getEpochSecond(), BRAND_SERIAL, BRAND_GATEWAY);
    }

    private static Sent signed(String body, long seconds, String serial, KeyPair keys) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Wechatpay-Timestamp", Long.toString(seconds));
        headers.put("Wechatpay-Nonce", "n");
        headers.put("Wechatpay-Serial", serial);
        byte[] text = (seconds + "\nn\n" + body + "\n").getBytes(StandardCharsets.UTF_8);
        headers.put("Wechatpay-Signature", TestKeys.sign(keys.getPrivate(), text));
        return new Sent(headers, body.getBytes(StandardCharsets.UTF_8));
    }

    /** A payment in v2. */
    static Map<String, String> v2Payment() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("return_code", "SUCCESS");
        fields.put("result_code", "SUCCESS");
        fields.put("out_trade_no", "1409811653");
        fields.put("transaction_id", "1004400740201409030005092168");
        fields.put("nonce_str", "5d2b6c2a8db53831f7eda20af46e531c");
        return fields;
    }

    /** The QR code of a product was scanned. */
    static Map<String, String> scan() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("appid", "wx2421b1c4370ec43b");
        fields.put("mch_id", "1900000001");
        fields.put("nonce_str", "5d2b6c2a8db53831f7eda20af46e531c");
        fields.put("product_id", "88888");
        return fields;
    }

    static Sent v2(Map<String, String> fields, SignType type) {
        Map<String, String> signed = new LinkedHashMap<>(fields);
        signed.put("sign", new V2Signer(V2_KEY).sign(fields, type));
        return unsigned(signed);
    }

    static Sent unsigned(Map<String, String> fields) {
        return new Sent(Map.of(), V2Xml.write(fields));
    }

    /** A refund, with this as its plaintext. */
    static Sent refund(String plaintext) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(V2_KEY.getBytes(StandardCharsets.UTF_8));
            byte[] key = HexFormat.of().formatHex(digest).getBytes(StandardCharsets.US_ASCII);
            Cipher cipher = Cipher.getInstance("AES/ECB/PKCS5Padding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("return_code", "SUCCESS");
            fields.put("nonce_str", "TeqClE3i0mvn3DrK");
            fields.put(
                    "req_info",
                    Base64.getEncoder().encodeToString(cipher.doFinal(plaintext.getBytes(StandardCharsets.UTF_8))));
            return unsigned(fields);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
