package io.github.wxpaycodegen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.error.InvalidResponseException;
import io.github.wxpaycodegen.runtime.file.Digest;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import io.github.wxpaycodegen.runtime.internal.crypto.V2Signer;
import io.github.wxpaycodegen.runtime.internal.xml.V2Xml;
import io.github.wxpaycodegen.runtime.message.Encoding;
import io.github.wxpaycodegen.runtime.message.FieldWriter;
import io.github.wxpaycodegen.runtime.message.Fill;
import io.github.wxpaycodegen.runtime.message.SignType;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;

/** The place and the form of fields that a caller has put on a request. */
class PutFieldCallTest {
    private static final String KEY = "192006250b4c09247ec02edce69f6a2d";
    private static final V2Signer SIGNER = new V2Signer(KEY);

    private final V3Gateway gateway = new V3Gateway();

    @Test
    void v2SendsAndSignsPutFieldsAsText() throws Exception {
        Map<String, String> sent = new LinkedHashMap<>(V2Xml.read(v2(
                        v2Post().build(),
                        all(out -> {
                                    out.string("sign_type", null);
                                    out.filled(Fill.MCHID, true).string("mch_id", null);
                                    out.integer("total_fee", null);
                                    out.string("last", "l");
                                })
                                .putField("sign_type", "HMAC-SHA256")
                                .putField("mch_id", "another")
                                .putField("total_fee", "1.00")
                                .build())
                .body()));

        assertThat(sent.keySet()).containsSequence("sign_type", "mch_id", "total_fee", "last", "text");
        assertThat(sent)
                .containsEntry("mch_id", "another")
                .containsEntry("total_fee", "1.00")
                .containsEntry("text", "a<b 张")
                .containsEntry("number", "7")
                .containsEntry("decimal", "0.0000000150")
                .containsEntry("large", "1000")
                .containsEntry("bool", "false")
                .containsEntry("object", "{\"b\":[1.50,null,\"x\"]}")
                .containsEntry("json_text", "t")
                .containsEntry("nothing", "null");
        String sign = sent.remove("sign");
        assertThat(SIGNER.verify(sent, SignType.HMAC_SHA256, sign)).isTrue();
    }

    @Test
    void v2GetSendsPutFieldsInItsSignedQuery() {
        TransportRequest sent = v2(
                Operation.<Sent, Map<String, String>>v2(HttpMethod.GET, "/v2/a", "/a", Read::readFrom)
                        .build(),
                Sent.with(out -> out.query().string("id", null))
                        .putField("id", "路")
                        .putField("more", 1)
                        .build());

        assertThat(sent.body()).isEmpty();
        Map<String, String> query = query(sent.uri());
        assertThat(query).containsEntry("id", "路").containsEntry("more", "1");
        String sign = query.remove("sign");
        assertThat(SIGNER.verify(query, SignType.MD5, sign)).isTrue();
    }

    @Test
    void v2RedirectHasPutFieldsInItsSignedUrl() {
        Operation<Sent, URI> contract = Operation.<Sent>v2Redirect("/v2/papay/entrustweb", "/papay/entrustweb")
                .build();

        Map<String, String> query = query(v2Client(RecordingTransport.answering(""))
                .context()
                .redirect(contract, Sent.with(out -> {}).putField("more", "m").build()));

        String sign = query.remove("sign");
        assertThat(query).containsEntry("more", "m");
        assertThat(SIGNER.verify(query, SignType.MD5, sign)).isTrue();
    }

    @Test
    void v2UploadHasPutFieldsAsPartsOfItsForm() {
        UploadFile file = UploadFile.of("a.png", new byte[] {1});
        TransportRequest sent = v2(
                v2Post().traits(Trait.MULTIPART).build(),
                Sent.with(out -> {
                            out.file("media", file);
                            out.digest(Digest.MD5, file).string("media_hash", null);
                        })
                        .putField("media_hash", "mine")
                        .putJsonField("more", "[1]")
                        .build());

        assertThat(new String(sent.body(), StandardCharsets.UTF_8))
                .contains("name=\"media_hash\"\r\n\r\nmine\r\n", "name=\"more\"\r\n\r\n[1]\r\n");
    }

    @Test
    void v2DocumentsContainPutFields() throws Exception {
        Sent inner = Sent.with(out -> out.string("a", "1")).putField("b", 2).build();
        TransportRequest sent = v2(v2Post().build(), new Sent(out -> {
            out.encoded(Encoding.JSON).object("json", inner);
            out.encoded(Encoding.URL).object("url", inner);
        }));

        assertThat(V2Xml.read(sent.body()))
                .containsEntry("json", "{\"a\":\"1\",\"b\":2}")
                .containsEntry("url", "a%3D1%26b%3D2");
    }

    @Test
    void v3SendsPutFieldsWithTheirTypes() {
        Sent nested = Sent.with(out -> out.integer("total", null))
                .putField("total", "1.00")
                .build();
        TransportRequest sent = v3(
                v3Post("/v3/a").traits(Trait.JSON_BODY).build(),
                all(out -> {
                            out.string("id", null);
                            out.objects("parts", List.of(nested));
                        })
                        .putField("id", "😀")
                        .build());

        String body = new String(sent.body(), StandardCharsets.UTF_8);
        assertThat(body)
                .isEqualTo("{\"id\":\"😀\",\"parts\":[{\"total\":\"1.00\"}],\"text\":\"a<b 张\",\"number\":7,"
                        + "\"decimal\":0.0000000150,\"large\":1000,\"bool\":false,"
                        + "\"object\":{\"b\":[1.50,null,\"x\"]},\"json_text\":\"t\",\"nothing\":null}");
        assertThat(gateway.authorizes(sent, body)).isTrue();
    }

    @Test
    void v3GetSendsPutFieldsInItsSignedQuery() {
        TransportRequest sent = v3(
                get("/v3/a"),
                Sent.with(out -> {
                            out.query().filled(Fill.MCHID, true).string("mchid", null);
                            out.query().integer("limit", 5L);
                        })
                        .putField("mchid", "1")
                        .putJsonField("filter", "{\"a\":1}")
                        .build());

        assertThat(sent.uri().getRawQuery()).isEqualTo("mchid=1&limit=5&filter=%7B%22a%22%3A1%7D");
        assertThat(sent.body()).isEmpty();
        assertThat(gateway.authorizes(sent, "")).isTrue();
    }

    @Test
    void v3WriteGetsBodyForPutFields() {
        TransportRequest sent = v3(
                v3Post("/v3/a").build(), Sent.with(out -> {}).putField("a", 1).build());

        assertThat(sent.headers()).containsEntry("Content-Type", "application/json");
        assertThat(new String(sent.body(), StandardCharsets.UTF_8)).isEqualTo("{\"a\":1}");
        assertThat(gateway.authorizes(sent, "{\"a\":1}")).isTrue();
    }

    @Test
    void v3KeepsDeclaredPlaces() {
        TransportRequest sent = v3(
                v3Post("/v3/a").traits(Trait.JSON_BODY).build(),
                Sent.with(out -> {
                            out.query().string("in_query", null);
                            out.header().string("Idempotency-Key", null);
                        })
                        .putField("in_query", 3)
                        .putField("Idempotency-Key", "k")
                        .build());

        assertThat(sent.uri().getRawQuery()).isEqualTo("in_query=3");
        assertThat(sent.headers()).containsEntry("Idempotency-Key", "k");
        assertThat(new String(sent.body(), StandardCharsets.UTF_8)).isEqualTo("{}");
    }

    @Test
    void putFieldDoesNotChangeThePath() {
        gateway.answer(200, "{}");
        gateway.client()
                .context()
                .at("out_trade_no", "path")
                .call(
                        get("/v3/orders/{out_trade_no}"),
                        Sent.with(out -> {}).putField("out_trade_no", "put").build());

        assertThat(gateway.only().uri().toString()).endsWith("/v3/orders/path?out_trade_no=put");
    }

    @Test
    void v3UploadHasPutFieldsInItsSignedMeta() {
        UploadFile file = UploadFile.of("a.png", new byte[] {1});
        TransportRequest sent = v3(
                v3Post("/v3/upload").traits(Trait.MULTIPART).build(),
                Sent.with(out -> {
                            out.file("file", file);
                            out.digest(Digest.SHA256, file).string("sha256", null);
                        })
                        .putField("sha256", "mine")
                        .putField("more", true)
                        .build());

        String meta = "{\"sha256\":\"mine\",\"more\":true}";
        assertThat(new String(sent.body(), StandardCharsets.UTF_8)).contains("\r\n\r\n" + meta + "\r\n--");
        assertThat(gateway.authorizes(sent, meta)).isTrue();
    }

    @Test
    void encryptsPutFieldsForKeyInHeader() throws Exception {
        Sent nested = Sent.with(out -> out.encrypted().string("id", null))
                .putEncryptedField("id", "4401")
                .build();
        TransportRequest sent = v3(
                v3Post("/v3/a").traits(Trait.JSON_BODY).build(),
                Sent.with(out -> out.object("person", nested))
                        .putEncryptedField("name", "张三")
                        .build());

        assertThat(sent.headers()).containsEntry("Wechatpay-Serial", V3Gateway.SERIAL);
        String[] body = new String(sent.body(), StandardCharsets.UTF_8).split("\"");
        assertThat(List.of(body[1], body[3], body[7])).containsExactly("person", "id", "name");
        assertThat(decrypt(body[5])).isEqualTo("4401");
        assertThat(decrypt(body[9])).isEqualTo("张三");
    }

    @Test
    void sendsEncryptedPutFieldsOfGetInQuery() throws Exception {
        TransportRequest sent = v3(
                get("/v3/a"),
                Sent.with(out -> {}).putEncryptedField("name", "张三").build());

        assertThat(decrypt(query(sent.uri()).get("name"))).isEqualTo("张三");
    }

    @Test
    void encryptionWithoutKeySendsNothing() {
        RecordingTransport transport = RecordingTransport.answering("");
        Sent request = Sent.with(out -> {}).putEncryptedField("name", "张三").build();

        assertThatThrownBy(() -> v2Client(transport).context().call(v2Post().build(), request))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("name: must be encrypted with the gateway's key; configure");
    }

    @Test
    void rejectsUnknownSignType() {
        RecordingTransport transport = RecordingTransport.answering("");
        Sent request = Sent.with(out -> out.string("sign_type", null))
                .putField("sign_type", "CRC32")
                .build();

        assertThatThrownBy(() -> v2Client(transport).context().call(v2Post().build(), request))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("sign_type must be MD5 or HMAC-SHA256 (was CRC32)");
    }

    @Test
    void rejectsResponseForAnotherOrder() {
        gateway.answer(200, "{\"out_trade_no\":\"other\"}");
        Operation<Sent, Map<String, String>> pay =
                v3Post("/v3/a").echoes("out_trade_no").build();

        assertThatThrownBy(() -> gateway.client()
                        .context()
                        .call(
                                pay,
                                Sent.with(out -> {})
                                        .putField("out_trade_no", "mine")
                                        .build()))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("the response belongs to another call");
    }

    /** One field of each kind, behind the declared ones. */
    private static Sent.Builder all(Consumer<FieldWriter> declared) {
        return Sent.with(declared)
                .putField("text", "a<b 张")
                .putField("number", 7)
                .putField("decimal", new BigDecimal("0.0000000150"))
                .putField("large", new BigDecimal("1E+3"))
                .putField("bool", false)
                .putJsonField("object", "{\"b\": [1.50, null, \"x\"]}")
                .putJsonField("json_text", "\"t\"")
                .putJsonField("nothing", "null");
    }

    private static Operation.Builder<Sent, Map<String, String>> v2Post() {
        return Operation.v2(HttpMethod.POST, "/v2/a", "/a", Read::readFrom);
    }

    private static Operation.Builder<Sent, Map<String, String>> v3Post(String path) {
        return Operation.v3(HttpMethod.POST, path, Read::readFrom);
    }

    private static Operation<Sent, Map<String, String>> get(String path) {
        return Operation.<Sent, Map<String, String>>v3(HttpMethod.GET, path, Read::readFrom)
                .build();
    }

    private static WxPayClient v2Client(RecordingTransport transport) {
        return WxPayClient.create(WxPayConfig.builder()
                .mchid("1900000109")
                .v2Key(KEY)
                .transport(() -> transport)
                .build());
    }

    private static TransportRequest v2(Operation<Sent, Map<String, String>> operation, Sent request) {
        RecordingTransport transport =
                RecordingTransport.answering("<xml><return_code>FAIL</return_code><return_msg>no</return_msg></xml>");
        assertThatThrownBy(() -> v2Client(transport).context().call(operation, request))
                .isInstanceOf(GatewayException.class);
        return transport.sent();
    }

    private TransportRequest v3(Operation<Sent, Map<String, String>> operation, Sent request) {
        gateway.answer(200, "{}");
        gateway.client().context().call(operation, request);
        return gateway.only();
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : uri.getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    private String decrypt(String encrypted) throws Exception {
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
        cipher.init(Cipher.DECRYPT_MODE, gateway.key());
        return new String(cipher.doFinal(Base64.getDecoder().decode(encrypted)), StandardCharsets.UTF_8);
    }
}
