package io.github.wxpaycodegen.simulator;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A v3 client that shares no code with the simulator: it uses the JDK's HTTP client and cryptography. */
public final class V3Client {
    private final Simulator gateway;
    private final HttpClient http;
    private final PrivateKey key;
    private final Optional<PrivateKey> brandKey;

    public V3Client(Simulator gateway) {
        this.gateway = gateway;
        this.http =
                HttpClient.newBuilder().sslContext(Client.tls(gateway, false)).build();
        this.key = privateKey(gateway.merchantKeyPem());
        this.brandKey = gateway.identity().brand().map(brand -> privateKey(brand.keyPem()));
    }

    /** A request that can be spoilt before it is sent. */
    public final class Request {
        private final String method;
        private final String target;
        private byte[] body = new byte[0];
        private byte[] signedBody = body;
        private String scheme = "WECHATPAY2-SHA256-RSA2048";
        private PrivateKey signingKey = key;
        private final Map<String, String> authorization = new LinkedHashMap<>();
        private final Map<String, String> headers = new LinkedHashMap<>();

        private Request(String method, String target) {
            this.method = method;
            this.target = target;
            authorization.put("mchid", Client.MCHID);
            authorization.put("nonce_str", UUID.randomUUID().toString().replace("-", ""));
            authorization.put("timestamp", Long.toString(Instant.now().getEpochSecond()));
            authorization.put("serial_no", gateway.merchantSerial());
            headers.put("Accept", "application/json");
            headers.put("User-Agent", "test");
        }

        /** In the name of the brand, with its key. */
        public Request asBrand() {
            scheme = "WECHATPAY-BRAND-SHA256-RSA2048";
            authorization.remove("mchid");
            authorization.put(
                    "brand_id", gateway.identity().brand().orElseThrow().id());
            authorization.put("serial_no", gateway.brandSerial());
            headers.put("Wechatpay-Serial", gateway.brandPublicKeyId());
            signingKey = brandKey.orElseThrow();
            return this;
        }

        /** With the merchant's key, whatever the header says. */
        public Request signedByMerchant() {
            signingKey = key;
            return this;
        }

        public Request body(String json) {
            headers.put("Content-Type", "application/json");
            return body(json.getBytes(StandardCharsets.UTF_8));
        }

        public Request body(byte[] bytes) {
            body = bytes;
            signedBody = bytes;
            return this;
        }

        public Request signedBody(String text) {
            signedBody = text.getBytes(StandardCharsets.UTF_8);
            return this;
        }

        public Request header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        public Request withoutHeader(String name) {
            headers.remove(name);
            return this;
        }

        public Request scheme(String name) {
            scheme = name;
            return this;
        }

        public Request authorization(String name, String value) {
            authorization.put(name, value);
            return this;
        }

        public Request withoutAuthorization(String name) {
            authorization.remove(name);
            return this;
        }

        public HttpResponse<byte[]> send() throws Exception {
            return sendTo(gateway.baseUri());
        }

        public HttpResponse<byte[]> sendTo(URI host) throws Exception {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            text.writeBytes((method + "\n" + target + "\n" + authorization.get("timestamp") + "\n"
                            + authorization.get("nonce_str") + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            text.writeBytes(signedBody);
            text.write('\n');
            if (!authorization.containsKey("signature")) {
                authorization.put("signature", sign(signingKey, text.toByteArray()));
            }
            StringBuilder value = new StringBuilder();
            authorization.forEach(
                    (name, each) -> value.append(value.isEmpty() ? "" : ",").append(name + "=\"" + each + "\""));
            headers.putIfAbsent("Authorization", scheme + " " + value);
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(host + target))
                    .timeout(Duration.ofMinutes(2))
                    .method(
                            method,
                            body.length == 0
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofByteArray(body));
            headers.forEach(request::header);
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }

        /** The body of the answer. */
        public JsonNode read() throws Exception {
            return json(send());
        }
    }

    public Request get(String target) {
        return new Request("GET", target);
    }

    public Request post(String target, String json) {
        return new Request("POST", target).body(json);
    }

    public Request request(String method, String target) {
        return new Request(method, target);
    }

    public String sign(byte[] text) {
        return sign(key, text);
    }

    private static String sign(PrivateKey key, byte[] text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether the answer is signed with the key that it names, which must be one of the platform. */
    public boolean isRightlySigned(HttpResponse<byte[]> response) throws Exception {
        return isSigned(response, new String(response.body(), StandardCharsets.UTF_8));
    }

    public boolean isSigned(HttpResponse<byte[]> response, String body) throws Exception {
        String serial = header(response, "Wechatpay-Serial");
        return isSigned(response, body, platformKey(serial));
    }

    /** Whether the answer is signed with the platform's key for the brand. */
    public boolean isSignedForBrand(HttpResponse<byte[]> response) throws Exception {
        String serial = header(response, "Wechatpay-Serial");
        return serial.equals(gateway.brandPublicKeyId())
                && isSigned(
                        response,
                        new String(response.body(), StandardCharsets.UTF_8),
                        publicKey(gateway.brandPublicKeyPem()));
    }

    private PublicKey platformKey(String serial) throws Exception {
        assertKnown(serial);
        return serial.equals(gateway.publicKeyId())
                ? publicKey(gateway.publicKeyPem())
                : certificateKey(gateway.platformCertificatePem());
    }

    private static boolean isSigned(HttpResponse<byte[]> response, String body, PublicKey platform)
            throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(platform);
        signature.update((header(response, "Wechatpay-Timestamp") + "\n" + header(response, "Wechatpay-Nonce") + "\n"
                        + body + "\n")
                .getBytes(StandardCharsets.UTF_8));
        return signature.verify(Base64.getDecoder().decode(header(response, "Wechatpay-Signature")));
    }

    private void assertKnown(String serial) {
        if (!serial.equals(gateway.publicKeyId()) && !serial.equals(gateway.platformSerial())) {
            throw new AssertionError("signed with the unknown key " + serial);
        }
    }

    public String encrypt(PublicKey platform, String text) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
            cipher.init(Cipher.ENCRYPT_MODE, platform);
            return Base64.getEncoder().encodeToString(cipher.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public String decrypt(String ciphertext) throws Exception {
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
        cipher.init(Cipher.DECRYPT_MODE, key);
        return new String(cipher.doFinal(Base64.getDecoder().decode(ciphertext)), StandardCharsets.UTF_8);
    }

    public static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public static JsonNode json(HttpResponse<byte[]> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    public static PublicKey certificateKey(String pem) throws Exception {
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                .getPublicKey();
    }

    public static PublicKey publicKey(String pem) throws Exception {
        return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der(pem)));
    }

    /** Reads a public key in PKCS#1, which the JDK reads only within its own envelope. */
    public static PublicKey rsaPublicKey(String pem) throws Exception {
        if (!pem.startsWith("-----BEGIN RSA PUBLIC KEY-----\n")) {
            throw new AssertionError("not in PKCS#1: " + pem);
        }
        byte[] pkcs1 = der(pem);
        ByteArrayOutputStream envelope = new ByteArrayOutputStream();
        // 270 bytes of the key are a bit string of 271, in a sequence with the name of the algorithm.
        envelope.writeBytes(HexFormat.of().parseHex("30820122300d06092a864886f70d01010105000382010f00"));
        envelope.writeBytes(pkcs1);
        return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(envelope.toByteArray()));
    }

    private static PrivateKey privateKey(String pem) {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der(pem)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] der(String pem) {
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    }
}
