package io.github.wxpaycodegen.runtime.internal.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.ApiContext;
import io.github.wxpaycodegen.runtime.Read;
import io.github.wxpaycodegen.runtime.RecordingTransport;
import io.github.wxpaycodegen.runtime.Sent;
import io.github.wxpaycodegen.runtime.WxPayClient;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.error.InvalidResponseException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.file.Digest;
import io.github.wxpaycodegen.runtime.file.DownloadedFile;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import io.github.wxpaycodegen.runtime.internal.crypto.V2Signer;
import io.github.wxpaycodegen.runtime.internal.xml.V2Xml;
import io.github.wxpaycodegen.runtime.internal.xml.XmlFormatException;
import io.github.wxpaycodegen.runtime.message.FieldWriter;
import io.github.wxpaycodegen.runtime.message.Fill;
import io.github.wxpaycodegen.runtime.message.SignType;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The v2 operations that do not just post XML and answer XML. */
class V2KindsTest {
    private static final String KEY = "192006250b4c09247ec02edce69f6a2d";
    private static final V2Signer SIGNER = new V2Signer(KEY);

    @Test
    void getSendsFieldsAsSignedQuery() {
        RecordingTransport transport = RecordingTransport.answering("{\"retcode\":\"0\",\"access_token\":\"t\"}");
        Operation<Sent, Map<String, String>> token = Operation.<Sent, Map<String, String>>v2Json(
                        HttpMethod.GET, "/v2/appauth/getaccesstoken", "/appauth/getaccesstoken", Read::readFrom)
                .traits(Trait.UNSIGNED_RESPONSE)
                .traits(Trait.READ_ONLY)
                .build();

        Map<String, String> read = call(transport, token, out -> {
            out.query().filled(Fill.MCHID, true).string("mch_id", null);
            out.query().string("scope", "pay face&路");
            out.query().string("sign_type", "HMAC-SHA256");
        });

        assertThat(transport.sent().method()).isEqualTo("GET");
        assertThat(transport.sent().body()).isEmpty();
        assertThat(transport.sent().headers()).doesNotContainKey("Content-Type");
        assertThat(transport.sent().uri().getRawQuery()).contains("scope=pay%20face%26%E8%B7%AF");
        Map<String, String> query = query(transport.sent().uri());
        assertThat(query).containsEntry("mch_id", "1900000109").containsKey("nonce_str");
        String sign = query.remove("sign");
        assertThat(SIGNER.verify(query, SignType.HMAC_SHA256, sign)).isTrue();
        assertThat(read).containsEntry("access_token", "t");
    }

    @Test
    void signsWeComPaymentTwice() {
        RecordingTransport transport =
                RecordingTransport.answering("<xml><return_code>FAIL</return_code><return_msg>no</return_msg></xml>");
        Operation<Sent, Map<String, String>> redPacket = Operation.<Sent, Map<String, String>>v2(
                        HttpMethod.POST, "/v2/a", "/a", Read::readFrom)
                .workwxSigned("total_amount", "act_name", "nonce_str", "absent")
                .build();
        Consumer<FieldWriter> fields = out -> {
            out.integer("total_amount", 100L);
            out.string("act_name", "活动");
            out.string("remark", "not signed twice");
        };
        WxPayConfig.Builder config = WxPayConfig.builder().v2Key(KEY).transport(() -> transport);

        assertThatThrownBy(() -> WxPayClient.create(config.build()).context().call(redPacket, new Sent(fields)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("workwxSecret");
        assertThatThrownBy(() -> WxPayClient.create(
                                config.workwxSecret("app-secret").build())
                        .context()
                        .call(redPacket, new Sent(fields)))
                .isInstanceOf(GatewayException.class);

        Map<String, String> sent = xml(transport.sent().body());
        String text = "act_name=活动&nonce_str=" + sent.get("nonce_str") + "&total_amount=100&secret=app-secret";
        assertThat(sent).containsEntry("workwx_sign", md5(text));
        String sign = sent.remove("sign");
        assertThat(SIGNER.verify(sent, SignType.MD5, sign)).isTrue();
        assertThat(config.build().toString()).doesNotContain("app-secret");
    }

    private static Map<String, String> xml(byte[] body) {
        try {
            return new LinkedHashMap<>(V2Xml.read(body));
        } catch (XmlFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void retcodeOtherThanZeroIsAnError() {
        RecordingTransport transport = RecordingTransport.answering("{\"retcode\":40001,\"retmsg\":\"bad code\"}");
        Operation<Sent, Map<String, String>> token = Operation.<Sent, Map<String, String>>v2Json(
                        HttpMethod.GET, "/v2/a", "/a", Read::readFrom)
                .traits(Trait.UNSIGNED_RESPONSE)
                .build();

        assertThatThrownBy(() -> call(transport, token, out -> {}))
                .isInstanceOfSatisfying(GatewayException.class, e -> {
                    assertThat(e.errorCode()).isEqualTo("40001");
                    assertThat(e.errorMessage()).isEqualTo("bad code");
                    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
                });
    }

    @Test
    void doesNotExpandHugeRetcode() {
        RecordingTransport transport = RecordingTransport.answering("{\"retcode\":1e1000000}");
        Operation<Sent, Map<String, String>> token = Operation.<Sent, Map<String, String>>v2Json(
                        HttpMethod.GET, "/v2/a", "/a", Read::readFrom)
                .traits(Trait.UNSIGNED_RESPONSE)
                .build();

        assertThatThrownBy(() -> call(transport, token, out -> {}))
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.errorCode()).isEqualTo("1E+1000000"));
    }

    @Test
    void redirectReturnsSignedUrlWithoutCall() {
        RecordingTransport transport = RecordingTransport.answering("");
        Operation<Sent, URI> contract = Operation.<Sent>v2Redirect("/v2/papay/entrustweb", "/papay/entrustweb")
                .traits(Trait.WITHOUT_NONCE)
                .fragment("wechat_redirect")
                .build();

        URI url = client(transport).context().redirect(contract, new Sent(out -> out.query()
                .string("notify_url", "https://a.example/?b=1")));

        assertThat(url.toString())
                .startsWith(
                        "https://api.mch.weixin.qq.com/papay/entrustweb?notify_url=https%3A%2F%2Fa.example%2F%3Fb%3D1&sign=")
                .endsWith("#wechat_redirect");
        Map<String, String> query = query(url);
        String sign = query.remove("sign");
        assertThat(SIGNER.verify(query, SignType.MD5, sign)).isTrue();
        assertThatThrownBy(transport::sent).isInstanceOf(AssertionError.class);
    }

    /** The payer sees the URL, and could deliver the same signature with the fields of a payment. */
    @Test
    void redirectRefusesValueThatCouldBeOtherFields() {
        Operation<Sent, URI> contract = Operation.<Sent>v2Redirect("/v2/papay/entrustweb", "/papay/entrustweb")
                .build();
        ApiContext context = client(RecordingTransport.answering("")).context();

        assertThatThrownBy(() -> context.redirect(contract, new Sent(out -> out.query()
                        .string("contract_display_account", "x&out_trade_no=A1&result_code=SUCCESS&z="))))
                .isInstanceOfSatisfying(InvalidRequestException.class, e -> assertThat(e.operation())
                        .isEqualTo(contract.info()))
                .hasMessageContaining("contract_display_account must not contain & before =");
        assertThat(query(context.redirect(
                        contract, new Sent(out -> out.query().string("contract_display_account", "a=1&Söhne")))))
                .containsEntry("contract_display_account", "a=1&Söhne");
    }

    @Test
    void unsignedRedirectNeedsNoKey() {
        Operation<Sent, URI> authorize = Operation.<Sent>v2Redirect("/v2/appauth/authindex", "/appauth/authindex")
                .traits(Trait.UNSIGNED_REQUEST)
                .host("https://payapp.weixin.qq.com/")
                .build();
        WxPayConfig config = WxPayConfig.builder()
                .transport(() -> RecordingTransport.answering(""))
                .build();
        try (WxPayClient client = WxPayClient.create(config)) {
            assertThat(client.context().redirect(authorize, new Sent(out -> out.query()
                            .string("redirect_uri", "https://a.example?b=1&c=2"))))
                    .isEqualTo(URI.create("https://payapp.weixin.qq.com/appauth/authindex?redirect_uri="
                            + "https%3A%2F%2Fa.example%3Fb%3D1%26c%3D2"));
        }
    }

    @Test
    void billIsAFileUnlessItIsXml() {
        Operation<Sent, DownloadedFile> bill = Operation.<Sent>v2File(
                        HttpMethod.POST, "/v2/pay/downloadbill", "/pay/downloadbill")
                .traits(Trait.UNSIGNED_RESPONSE)
                .traits(Trait.READ_ONLY)
                .build();
        RecordingTransport csv = RecordingTransport.answering("\ufeff`2014-11-10");
        assertThat(call(csv, bill, out -> {}).content())
                .isEqualTo("\ufeff`2014-11-10".getBytes(StandardCharsets.UTF_8));

        RecordingTransport failure = RecordingTransport.answering(
                "\n<xml><return_code>FAIL</return_code><return_msg>No Bill Exist</return_msg><error_code>20002</error_code></xml>");
        assertThatThrownBy(() -> call(failure, bill, out -> {})).isInstanceOfSatisfying(GatewayException.class, e -> {
            assertThat(e.errorCode()).isEqualTo("20002");
            assertThat(e.outcome()).isEqualTo(Outcome.REJECTED);
        });

        RecordingTransport page = new RecordingTransport(502, "text/csv", "nothing".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> call(page, bill, out -> {})).isInstanceOf(InvalidResponseException.class);
    }

    /** The page of the gateway's TLS front, in front of which no operation is carried out. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>\r\n<head><title>400 The SSL certificate error</title></head>\r\n<body></body>\r\n</html>",
                "<html><head><title>400 No required SSL certificate was sent</title></head></html>"
            })
    void certificateThatTheGatewayRefusesIsRejected(String page) {
        Operation<Sent, Map<String, String>> redpack = Operation.<Sent, Map<String, String>>v2(
                        HttpMethod.POST,
                        "/v2/mmpaymkttransfers/sendredpack",
                        "/mmpaymkttransfers/sendredpack",
                        Read::readFrom)
                .traits(Trait.CLIENT_CERTIFICATE)
                .build();
        RecordingTransport front = new RecordingTransport(400, "text/html", page.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> call(front, redpack, out -> {}))
                .isInstanceOfSatisfying(GatewayException.class, e -> {
                    assertThat(e.outcome()).isEqualTo(Outcome.REJECTED);
                    assertThat(e.httpStatus()).isEqualTo(400);
                })
                .hasMessageContaining("the gateway did not accept the client certificate")
                .hasMessageContaining("belongs to the merchant 1900000109");
    }

    @Test
    void ignoresPageOfOtherStatusOrOperation() {
        byte[] page = "<html><title>400 The SSL certificate error</title></html>".getBytes(StandardCharsets.UTF_8);
        Operation.Builder<Sent, Map<String, String>> operation =
                Operation.v2(HttpMethod.POST, "/v2/a", "/a", Read::readFrom);
        assertThatThrownBy(() -> call(new RecordingTransport(400, "text/html", page), operation.build(), out -> {}))
                .isInstanceOf(InvalidResponseException.class);
        Operation<Sent, Map<String, String>> mutual =
                operation.traits(Trait.CLIENT_CERTIFICATE).build();
        assertThatThrownBy(() -> call(new RecordingTransport(200, "text/html", page), mutual, out -> {}))
                .isInstanceOf(InvalidResponseException.class);
    }

    /** Rightly signed, and of another order. */
    @Test
    void rejectsResponseForAnotherOrder() {
        Operation<Sent, Map<String, String>> query = Operation.<Sent, Map<String, String>>v2(
                        HttpMethod.POST, "/v2/pay/orderquery", "/pay/orderquery", Read::readFrom)
                .traits(Trait.READ_ONLY)
                .echoes("out_trade_no")
                .build();
        Consumer<FieldWriter> request = out -> {
            out.string("sign_type", "HMAC-SHA256");
            out.string("out_trade_no", "A1");
        };
        assertThat(call(RecordingTransport.answering(signed("out_trade_no", "A1")), query, request))
                .containsEntry("out_trade_no", "A1");
        assertThatThrownBy(() -> call(RecordingTransport.answering(signed("out_trade_no", "A2")), query, request))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("the response belongs to another call");
    }

    @Test
    void uploadSignsItsFieldsAndTheDigestOfTheFile() {
        RecordingTransport transport = RecordingTransport.answering(signed("media_id", "m"));
        Operation<Sent, Map<String, String>> upload = Operation.<Sent, Map<String, String>>v2(
                        HttpMethod.POST, "/v2/secapi/mch/uploadmedia", "/secapi/mch/uploadmedia", Read::readFrom)
                .traits(Trait.MULTIPART)
                .traits(Trait.WITHOUT_NONCE)
                .build();
        UploadFile file = UploadFile.of("图 1.png", new byte[] {1, 2, 3});

        Map<String, String> read = call(transport, upload, out -> {
            out.filled(Fill.MCHID, true).string("mch_id", null);
            out.file("media", file);
            out.digest(Digest.MD5, file).string("media_hash", null);
            out.string("sign_type", "HMAC-SHA256");
        });

        String body = new String(transport.sent().body(), StandardCharsets.ISO_8859_1);
        String boundary = transport.sent().headers().get("Content-Type").replace("multipart/form-data; boundary=", "");
        Map<String, String> fields = new LinkedHashMap<>();
        for (String part : body.split("--" + boundary)) {
            int name = part.indexOf("name=\"");
            int blank = part.indexOf("\r\n\r\n");
            if (name > 0) {
                fields.put(
                        part.substring(name + 6, part.indexOf('"', name + 6)),
                        part.substring(blank + 4, part.length() - 2));
            }
        }
        assertThat(fields)
                .containsEntry("media", "\1\2\3")
                .containsEntry("media_hash", "5289df737df57326fcdd22597afb1fac");
        fields.remove("media");
        assertThat(SIGNER.verify(fields, SignType.HMAC_SHA256, fields.remove("sign")))
                .isTrue();
        assertThat(new String(transport.sent().body(), StandardCharsets.UTF_8))
                .contains("filename=\"图 1.png\"\r\nContent-Type: image/png");
        assertThat(read).containsEntry("media_id", "m");
    }

    @Test
    void queryAndHeadersOfAPostAreNotSigned() throws Exception {
        RecordingTransport transport = RecordingTransport.answering(signed("a", "b"));
        Operation<Sent, Map<String, String>> manage = Operation.<Sent, Map<String, String>>v2(
                        HttpMethod.POST, "/v2/secapi/mch/submchmanage", "/secapi/mch/submchmanage", Read::readFrom)
                .build();

        call(transport, manage, out -> {
            out.query().string("action", "add");
            out.header().string("Wechatpay-Negative-Test", "MICROPAY_TIMEOUT");
            out.string("sign_type", "HMAC-SHA256");
        });

        assertThat(transport.sent().uri().getRawQuery()).isEqualTo("action=add");
        assertThat(transport.sent().headers()).containsEntry("Wechatpay-Negative-Test", "MICROPAY_TIMEOUT");
        assertThat(V2Xml.read(transport.sent().body())).containsOnlyKeys("sign_type", "nonce_str", "sign");
    }

    @Test
    void signedFieldIsSentAsItsSignature() throws Exception {
        KeyPair pair = rsa();
        RecordingTransport transport = RecordingTransport.answering(signed("a", "b"));
        WxPayConfig config = WxPayConfig.builder()
                .mchid("1900000109")
                .v2Key(KEY)
                .merchantPrivateKeyPem(pem(pair))
                .transport(() -> transport)
                .build();
        Operation<Sent, Map<String, String>> names = Operation.<Sent, Map<String, String>>v2(
                        HttpMethod.POST, "/v2/secsvc/getrealnameinfo", "/secsvc/getrealnameinfo", Read::readFrom)
                .build();
        try (WxPayClient client = WxPayClient.create(config)) {
            client.context().call(names, new Sent(out -> {
                out.signed().string("cert_sign", "cert_serialno=1&timestamp=2");
                out.string("sign_type", "HMAC-SHA256");
            }));
        }
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(pair.getPublic());
        verifier.update("cert_serialno=1&timestamp=2".getBytes(StandardCharsets.UTF_8));
        String sent = V2Xml.read(transport.sent().body()).get("cert_sign");
        assertThat(verifier.verify(Base64.getDecoder().decode(sent))).isTrue();
    }

    @Test
    void signedFieldNeedsThePrivateKey() {
        Operation<Sent, Map<String, String>> names = Operation.<Sent, Map<String, String>>v2(
                        HttpMethod.POST, "/v2/a", "/a", Read::readFrom)
                .build();
        assertThatThrownBy(() -> call(RecordingTransport.answering(""), names, out -> out.signed()
                        .string("cert_sign", "a")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(
                        "cert_sign: must be signed with the merchant's private key; configure merchantPrivateKeyPem");
    }

    private static <R> R call(
            RecordingTransport transport, Operation<Sent, R> operation, Consumer<FieldWriter> fields) {
        return client(transport).context().call(operation, new Sent(fields));
    }

    private static WxPayClient client(RecordingTransport transport) {
        return WxPayClient.create(WxPayConfig.builder()
                .mchid("1900000109")
                .v2Key(KEY)
                .transport(() -> transport)
                .build());
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : uri.getRawQuery().split("&")) {
            int equals = pair.indexOf('=');
            query.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return query;
    }

    private static String signed(String name, String value) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("return_code", "SUCCESS");
        fields.put(name, value);
        fields.put("sign", SIGNER.sign(fields, SignType.HMAC_SHA256));
        return new String(V2Xml.write(fields), StandardCharsets.UTF_8);
    }

    private static KeyPair rsa() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static byte[] pem(KeyPair pair) {
        String base64 = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
        return ("-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
