package io.github.wxpaycodegen.simulator.internal.v2;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.simulator.Behavior;
import io.github.wxpaycodegen.simulator.Client;
import io.github.wxpaycodegen.simulator.RecordedCall;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.Simulators;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** v2 operations that are not a POST of flat XML with a response of flat XML. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class V2GatewayTest {
    private static final String FILE_MD5 = "d10b4c3ff123b26dc068d43a8bef2d23";

    private final Simulator simulator = Simulators.play();
    private final Client client = Client.withoutCertificate(simulator);

    @AfterAll
    void close() {
        simulator.close();
    }

    @Test
    void respondsToSignedQueryWithJson() throws Exception {
        Map<String, String> fields = Client.fields(
                "mch_id", Client.MCHID, "openid", "o P+&=微", "sign_type", "HMAC-SHA256", "unheard_of", "1");

        HttpResponse<String> answer = client.send(
                client.request("/play/token?" + query(Client.signed(fields))).GET());

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
        assertThat(answer.body())
                .isEqualTo("{\"retcode\":0,\"retmsg\":\"sample-retmsg\",\"access_token\":\"sample-access_token\"}");
        RecordedCall call = last("/play/token");
        assertThat(call.fields()).isEqualTo(Client.signed(fields)).isEqualTo(call.queryFields());
        assertThat(call.undeclaredFields()).containsExactly("unheard_of");
        assertThat(call.responseFields())
                .containsExactlyEntriesOf(Client.fields(
                        "retcode", "0", "retmsg", "sample-retmsg", "access_token", "sample-access_token"));
    }

    @Test
    void refusesWrongSignatureOfQueryWithJson() throws Exception {
        Map<String, String> fields =
                Client.fields("mch_id", Client.MCHID, "openid", "1", "sign_type", "HMAC-SHA256", "sign", "0");

        assertThat(client.send(client.request("/play/token?" + query(fields)).GET())
                        .body())
                .isEqualTo("{\"retcode\":-1,\"retmsg\":\"签名错误\"}");
        assertThat(client.send(client.request("/play/token?mch_id=%E5").GET()).body())
                .isEqualTo("{\"retcode\":-1,\"retmsg\":\"参数格式错误\"}");
        assertThat(client.send(client.request("/play/token?mch_id=1&mch_id=1").GET())
                        .body())
                .isEqualTo("{\"retcode\":-1,\"retmsg\":\"参数格式错误\"}");
    }

    @Test
    void showsPageIfQueryIsValid() throws Exception {
        String right = query(Client.signed(Client.fields("mch_id", Client.MCHID, "plan_id", "12")));

        HttpResponse<String> page =
                client.send(client.request("/play/page?" + right).GET());

        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(last("/play/page").refusal()).isEmpty();
        assertThat(client.send(client.request("/play/page?" + right.replace("12", "13"))
                                .GET())
                        .body())
                .contains("签名错误");
    }

    @Test
    void respondsWithBillOrXml() throws Exception {
        Map<String, String> fields = Client.fields("mch_id", Client.MCHID, "nonce_str", "n");

        HttpResponse<String> bill = client.post("/play/download", fields);
        simulator.next("/play/download", Behavior.businessError("20002", "No Bill Exist"));
        HttpResponse<String> failure = client.post("/play/download", fields);

        assertThat(bill.body()).startsWith("\uFEFF交易时间,").contains("\r\n`2026-01-01 08:00:00,`");
        assertThat(Client.read(failure))
                .containsEntry("error_code", "20002")
                .containsEntry("return_msg", "OK")
                .doesNotContainKey("sign");
        assertThat(last("/play/download").error()).hasValue("20002: No Bill Exist");
        assertThat(last("/play/download").refusal()).isEmpty();
    }

    @Test
    void compressesBillOnRequest() throws Exception {
        Map<String, String> fields = Client.fields("mch_id", Client.MCHID, "nonce_str", "n", "tar_type", "GZIP");

        byte[] packed = client.sendForBytes(client.request("/play/download")
                        .POST(HttpRequest.BodyPublishers.ofString(Client.xml(Client.signed(fields)))))
                .body();

        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).startsWith("\uFEFF交易时间,");
        }
    }

    @Test
    void signsFlatElementsOnly() throws Exception {
        HttpResponse<String> answer = client.post("/play/nested", Client.fields("mch_id", Client.MCHID));

        String list = answer.body().replaceAll(".*<hblist>(.*)</hblist>.*", "$1");
        assertThat(list)
                .matches("(<hbinfo><openid>sample-openid</openid><amount>[0-9]{3}</amount></hbinfo>){2}")
                .isNotEqualTo(answer.body());
        Map<String, String> flat = Client.fields("return_code", "SUCCESS", "result_code", "SUCCESS");
        assertThat(Client.read(answer)).containsEntry("sign", Client.sign(flat, "MD5", Client.KEY));
        assertThat(last("/play/nested").responseFields())
                .containsEntry("result_code", "SUCCESS")
                .containsEntry("hblist.hbinfo[1].openid", "sample-openid");
    }

    @Test
    void comparesUploadWithItsDigest() throws Exception {
        Map<String, String> fields = Client.fields("media_hash", FILE_MD5, "mch_id", Client.MCHID);
        Map<String, String> otherHash = Client.fields("media_hash", "0".repeat(32), "mch_id", Client.MCHID);

        assertThat(Client.read(upload(Client.signed(fields), "file content")))
                .containsEntry("result_code", "SUCCESS")
                .containsEntry("media_id", "sample-media_id");
        assertThat(last("/play/upload").fields()).isEqualTo(Client.signed(fields));
        assertThat(Client.read(upload(Client.signed(otherHash), "file content")))
                .containsEntry("return_msg", "media_hash与文件不符");
        assertThat(Client.read(upload(fields, "file content"))).containsEntry("return_msg", "签名错误");
    }

    @Test
    void rejectsUploadWithoutFile() throws Exception {
        assertThat(Client.read(client.send(client.request("/play/upload")
                        .setHeader("Content-Type", "multipart/form-data; boundary=b")
                        .POST(HttpRequest.BodyPublishers.ofString("--b\r\n\r\nno name\r\n--b--\r\n")))))
                .containsEntry("return_msg", "上传格式错误");
        assertThat(Client.read(client.send(client.request("/play/upload")
                        .setHeader("Content-Type", "multipart/form-data; boundary=b")
                        .POST(HttpRequest.BodyPublishers.ofString("--b--\r\n")))))
                .containsEntry("return_msg", "media文件缺失");
    }

    private HttpResponse<String> upload(Map<String, String> fields, String file) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
                            + field.getValue() + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"media\"; filename=\"a.jpg\"\r\n"
                        + "Content-Type: image/jpeg\r\n\r\n" + file + "\r\n--b--\r\n")
                .getBytes(StandardCharsets.UTF_8));
        return client.send(client.request("/play/upload")
                .setHeader("Content-Type", "multipart/form-data; boundary=\"b\"")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private RecordedCall last(String path) {
        return simulator.calls().stream()
                .filter(call -> call.path().equals(path))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static String query(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
