package io.github.wxpaycodegen.simulator.internal.v2;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.simulator.Client;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.Simulators;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks before those of the fields, and their order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class V2RequestChecksTest {
    private static final String CANCEL = "/wxv/cancelbill";

    private final Simulator simulator = Simulators.bundled();
    private final Client client = Client.withCertificate(simulator);

    @AfterAll
    void close() {
        simulator.close();
    }

    @Test
    void acceptsValidRequest() throws Exception {
        HttpResponse<String> response = client.post(CANCEL, Client.cancelbill());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Request-ID")).isPresent();
        assertThat(Client.read(response))
                .containsEntry("return_code", "SUCCESS")
                .containsEntry("result_code", "SUCCESS")
                .containsEntry("out_order_no", "1234323JKHDFE1243252")
                .containsEntry("order_id", "3008450740201411110007820472");
    }

    @Test
    void doesNotFindAnotherPath() throws Exception {
        HttpResponse<String> response = client.post("/wxv/CancelBill", Client.cancelbill());

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).startsWith("<html>");
    }

    @Test
    void rejectsAnotherMethod() throws Exception {
        assertFails("请使用post方法", client.send(client.request(CANCEL).GET()));
    }

    @Test
    void rejectsMissingCertificateBeforeReadingBody() throws Exception {
        HttpResponse<String> response = Client.withoutCertificate(simulator).post(CANCEL, "not xml");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("No required SSL certificate was sent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json; charset=UTF-8",
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/xml",
                "nonsense"
            })
    void acceptsXmlUnderAnyContentType(String contentType) throws Exception {
        String xml = Client.xml(Client.signed(Client.cancelbill()));

        HttpResponse<String> response = client.send(client.request(CANCEL)
                .setHeader("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(xml)));

        assertThat(Client.read(response)).containsEntry("result_code", "SUCCESS");
    }

    @Test
    void rejectsJsonUnderTheContentTypeOfXml() throws Exception {
        assertFails("XML格式错误", client.post(CANCEL, "{\"mch_id\":\"" + Client.MCHID + "\"}"));
    }

    @Test
    void rejectsEmptyBodyAndBodyThatIsNotXml() throws Exception {
        assertFails("post数据为空", client.post(CANCEL, ""));
        assertFails("XML格式错误", client.post(CANCEL, "{}"));
    }

    @Test
    void rejectsUnknownMerchantBeforeSignature() throws Exception {
        Map<String, String> fields = Client.cancelbill();
        fields.put("mch_id", "10000101");
        Map<String, String> nameless = Client.cancelbill();
        nameless.remove("mch_id");

        assertFails("商户号mch_id或sub_mch_id不存在", client.post(CANCEL, fields));
        assertFails("mch_id参数格式错误", client.post(CANCEL, nameless));
    }

    @Test
    void requiresAlgorithmOfSpec() throws Exception {
        Map<String, String> md5 = Client.cancelbill();
        md5.put("sign_type", "MD5");
        Map<String, String> unnamed = Client.cancelbill();
        unnamed.remove("sign_type");

        assertFails("sign_type参数错误", client.post(CANCEL, md5));
        assertFails("sign_type参数错误", client.post(CANCEL, unnamed));
    }

    @Test
    void rejectsFieldChangedAfterSigning() throws Exception {
        Map<String, String> fields = new LinkedHashMap<>(Client.signed(Client.cancelbill()));
        fields.put("reason", "another");

        assertFails("签名错误", client.post(CANCEL, Client.xml(fields)));
    }

    @Test
    void requiresSecondSignatureOfWeCom() throws Exception {
        Map<String, String> fields = new LinkedHashMap<>(Map.of("mch_id", Client.MCHID, "total_amount", "100"));

        assertFails("企业微信签名错误", client.post("/mmpaymkttransfers/sendworkwxredpack", fields));
        fields.put("workwx_sign", "A".repeat(32));
        assertFails("企业微信签名错误", client.post("/mmpaymkttransfers/sendworkwxredpack", fields));
    }

    @Test
    void namesAllMissingFieldsInSignedResponse() throws Exception {
        Map<String, String> fields = Client.cancelbill();
        fields.remove("reason");
        fields.put("service_id", "");
        fields.remove("nonce_str");

        Map<String, String> answer = Client.read(client.post(CANCEL, fields));

        assertThat(answer)
                .containsEntry("return_code", "SUCCESS")
                .containsEntry("result_code", "FAIL")
                .containsEntry("err_code", "LACK_PARAMS")
                .containsEntry("err_code_des", "reason is missing; service_id is missing; nonce_str is missing")
                .containsEntry("sign", Client.sign(answer, "HMAC-SHA256", Client.KEY))
                .doesNotContainKey("order_id");
    }

    private static void assertFails(String returnMsg, HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Client.read(response))
                .containsExactlyInAnyOrderEntriesOf(Map.of("return_code", "FAIL", "return_msg", returnMsg));
    }
}
