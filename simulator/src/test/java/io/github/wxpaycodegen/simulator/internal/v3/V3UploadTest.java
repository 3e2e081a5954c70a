package io.github.wxpaycodegen.simulator.internal.v3;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.simulator.RecordedCall;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.Simulators;
import io.github.wxpaycodegen.simulator.V3Client;
import io.github.wxpaycodegen.simulator.internal.values.FileDigest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Uploads: a file, and JSON that is signed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class V3UploadTest {
    private static final String SHA256 = "e0ac3601005dfa1864f5392aabaf7d898b1b5bab854f1acb4491bcd806b76b0c";
    /** The example of the standard that defines SM3. */
    private static final String SM3_OF_ABC = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0";

    private final Simulator simulator = Simulators.play();
    private final V3Client client = new V3Client(simulator);

    @AfterAll
    void close() {
        simulator.close();
    }

    @Test
    void acceptsValidUpload() throws Exception {
        HttpResponse<byte[]> answer = upload(meta(SHA256), meta(SHA256), "file content", "image/jpeg");

        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("{\"media_id\":\"sample-media_id\"}");
        assertThat(client.isRightlySigned(answer)).isTrue();
        assertThat(simulator.calls())
                .filteredOn(call -> call.refusal().isEmpty())
                .first()
                .extracting(RecordedCall::fields)
                .isEqualTo(Map.of("filename", "a.jpg", "sha256", SHA256, "file", "微.jpg"));
    }

    @Test
    void verifiesSignatureOfMetaBytes() throws Exception {
        assertThat(upload(meta(SHA256), meta(SHA256) + " ", "file content", "image/jpeg")
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "file contents, image/jpeg, /sha256, is not the sha256 of the file",
        "file content, image/png, /file, is not one of image/jpeg",
    })
    void comparesFileWithMeta(String file, String mediaType, String field, String issue) throws Exception {
        HttpResponse<byte[]> answer = upload(meta(SHA256), meta(SHA256), file, mediaType);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(V3Client.json(answer).at("/detail/field").asString()).isEqualTo(field);
        assertThat(V3Client.json(answer).at("/detail/issue").asString()).isEqualTo(issue);
    }

    @Test
    void rejectsTooLargeFile() throws Exception {
        HttpResponse<byte[]> answer = upload(meta(SHA256), meta(SHA256), "x".repeat(33), "image/jpeg");

        assertThat(V3Client.json(answer).get("message").asString()).endsWith("file is too large");
    }

    @Test
    void supportsDigestBySm3() {
        assertThat(FileDigest.hex("sm3", "abc".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(SM3_OF_ABC);
    }

    @ParameterizedTest
    @CsvSource({
        "multipart/form-data; boundary=b, --b--",
        "multipart/form-data; boundary=b, nothing",
        "multipart/form-data; boundary=c, --b--",
        "application/json, {}",
    })
    void rejectsInvalidUpload(String contentType, String body) throws Exception {
        HttpResponse<byte[]> answer = client.request("POST", "/v3/play/upload")
                .header("Content-Type", contentType)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .send();

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(V3Client.json(answer).get("message").asString()).startsWith("上传格式错误");
    }

    private static String meta(String digest) {
        return "{ \"filename\": \"a.jpg\", \"sha256\": \"" + digest + "\" }";
    }

    private HttpResponse<byte[]> upload(String meta, String signed, String file, String mediaType) throws Exception {
        String body = "--b\r\nContent-Disposition: form-data; name=\"meta\"\r\nContent-Type: application/json\r\n\r\n"
                + meta + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"微.jpg\"\r\n"
                + "Content-Type: " + mediaType + "\r\n\r\n" + file + "\r\n--b--\r\n";
        return client.request("POST", "/v3/play/upload")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .signedBody(signed)
                .send();
    }
}
