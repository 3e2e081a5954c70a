package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.runtime.internal.xml.V2Xml;
import io.github.wxpaycodegen.runtime.transport.Transport;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The complete requests that the official pages show go through the typed builders, and come out as they are shown. */
class ExchangesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final KeyPair KEYS = rsa();
    private static final int CIPHERTEXT_LENGTH = 344;

    @TestFactory
    Stream<DynamicTest> whatThePagesShowIsWhatIsSent() throws Exception {
        Specs specs = TypedApi.bundledSpecs();
        Map<String, JsonNode> index = TypedApi.index();
        List<String> lines = Files.readAllLines(
                Path.of(ExchangesTest.class.getResource("/exchanges.ndjson").toURI()));
        assertThat(lines).hasSize(33);
        return lines.stream()
                .map(JSON::readTree)
                .map(exchange -> DynamicTest.dynamicTest(
                        exchange.get("method").asString() + " "
                                + exchange.get("id").asString(),
                        () -> compare(specs, index, exchange)));
    }

    private static void compare(Specs specs, Map<String, JsonNode> index, JsonNode exchange) throws Exception {
        String id = exchange.get("id").asString();
        String method = exchange.get("method").asString();
        Endpoint endpoint = specs.endpoints().stream()
                .filter(each -> id.equals("/" + each.uri()))
                .findFirst()
                .orElseThrow();
        Operation operation = endpoint.operations().stream()
                .filter(each -> each.method().name().equals(method))
                .findFirst()
                .orElseThrow();
        TransportRequest sent = send(specs, endpoint, operation, index.get(method + " " + id), exchange);
        if (exchange.has("xml")) {
            compareXml(exchange.get("xml"), sent);
        }
        if (exchange.has("json")) {
            assertThat(normal(JSON.readTree(sent.body()))).isEqualTo(normal(exchange.get("json")));
        }
        if (exchange.has("query")) {
            assertThat(query(sent)).isEqualTo(texts(exchange.get("query")));
        }
    }

    private static TransportRequest send(
            Specs specs, Endpoint endpoint, Operation operation, JsonNode entry, JsonNode exchange) throws Exception {
        Class<?> requestClass = Class.forName(entry.get("request").asString());
        Object builder = requestClass.getMethod("builder").invoke(null);
        GivenRequest given = new GivenRequest(specs);
        for (String part : List.of("xml", "json")) {
            if (exchange.has(part)) {
                given.fill(builder, operation.request().shape().fields(), exchange.get(part));
            }
        }
        if (exchange.has("query")) {
            given.fill(builder, operation.request().query(), exchange.get("query"));
        }
        Object request = builder.getClass().getMethod("build").invoke(builder);
        AtomicReference<TransportRequest> sent = new AtomicReference<>();
        try (WxPay pay = WxPay.create(config(sent))) {
            Object place = TypedApi.place(pay, endpoint, texts(exchange.get("path")));
            assertThatThrownBy(
                            () -> TypedApi.call(place, operation.method().name().toLowerCase(Locale.ROOT), request))
                    .isInstanceOf(WxPayException.class);
        }
        return sent.get();
    }

    /** No ids, so that nothing is filled in that the page does not show. */
    private static WxPayConfig config(AtomicReference<TransportRequest> sent) {
        return WxPayConfig.builder()
                .mchid("1900000001")
                .v2Key("0123456789abcdef0123456789abcdef")
                .workwxSecret("workwx-secret")
                .encryptionKeyPem(pem("PUBLIC KEY", KEYS.getPublic()))
                .merchantPrivateKeyPem(pem("PRIVATE KEY", KEYS.getPrivate()))
                .merchantSerial("1")
                .wechatPayPublicKeyPem("PUB_KEY_ID_0", pem("PUBLIC KEY", KEYS.getPublic()))
                .transport(() -> new Transport() {
                    @Override
                    public CompletableFuture<TransportResponse> send(TransportRequest request) {
                        sent.set(request);
                        return CompletableFuture.completedFuture(new TransportResponse(400, Map.of(), new byte[0]));
                    }

                    @Override
                    public void close() {
                        // Nothing is held.
                    }
                })
                .build();
    }

    private static void compareXml(JsonNode expected, TransportRequest sent) throws Exception {
        Map<String, String> fields = new TreeMap<>(V2Xml.read(sent.body()));
        fields.keySet().removeAll(List.of("sign", "nonce_str"));
        Map<String, Object> shown = new TreeMap<>();
        texts(expected).forEach((name, text) -> shown.put(name, document(text)));
        Map<String, Object> arrived = new TreeMap<>();
        fields.forEach((name, text) -> arrived.put(name, document(text)));
        assertThat(arrived).isEqualTo(shown);
    }

    /** JSON as its tree, a urlencoded document as its pairs: their members have no order. */
    private static Object document(String text) {
        if (text.startsWith("{") || text.startsWith("[")) {
            return normal(JSON.readTree(text));
        }
        if (text.length() == CIPHERTEXT_LENGTH) {
            return decrypt(text);
        }
        return text.contains("%3D")
                ? List.of(URLDecoder.decode(text, StandardCharsets.UTF_8).split("&")).stream()
                        .sorted()
                        .toList()
                : text;
    }

    /** Documents within the text opened, ciphertext decrypted. */
    private static JsonNode normal(JsonNode value) {
        if (value.isObject()) {
            ObjectNode object = JSON.createObjectNode();
            value.properties().forEach(member -> object.set(member.getKey(), normal(member.getValue())));
            return object;
        }
        if (value.isArray()) {
            return JSON.createArrayNode()
                    .addAll(value.valueStream().map(ExchangesTest::normal).toList());
        }
        if (!value.isString()) {
            return value;
        }
        String text = value.asString();
        if (text.startsWith("{") || text.startsWith("[")) {
            return normal(JSON.readTree(text));
        }
        return text.length() == CIPHERTEXT_LENGTH ? JSON.getNodeFactory().stringNode(decrypt(text)) : value;
    }

    private static Map<String, String> query(TransportRequest sent) {
        Map<String, String> query = new TreeMap<>();
        for (String pair : sent.uri().getRawQuery().split("&")) {
            int equals = pair.indexOf('=');
            query.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return query;
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new TreeMap<>();
        object.properties()
                .forEach(member -> texts.put(member.getKey(), member.getValue().asString()));
        return texts;
    }

    private static String decrypt(String text) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
            cipher.init(Cipher.DECRYPT_MODE, KEYS.getPrivate());
            return new String(cipher.doFinal(Base64.getDecoder().decode(text)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] pem(String label, Key key) {
        String base64 = Base64.getMimeEncoder().encodeToString(key.getEncoded());
        return ("-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
