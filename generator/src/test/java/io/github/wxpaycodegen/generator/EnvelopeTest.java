package io.github.wxpaycodegen.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.emit.SourceFile;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fields in which v2 messages report a result are those of the runtime. */
class EnvelopeTest {
    private static final String CODES = """
            types:
              ReturnCode: {enum: [SUCCESS, FAIL]}
              ResultCode: {enum: [SUCCESS, FAIL]}
            """;

    @Test
    void responseInheritsWhatTheRuntimeDeclares() {
        String response = response(
                CODES,
                "return_code: {type: ReturnCode, required: true}",
                "appid: {type: string}",
                "result_code: {type: ResultCode}",
                "return_msg: {type: string, maxLength: 128}",
                "err_code: {type: string}",
                "err_code_des: {type: string}");

        assertThat(response)
                .contains("class PayAResponse extends V2Result {", "super(in);", "super.writeFields(out);", "appid()")
                .doesNotContain("return_code", "return_msg", "result_code", "err_code");
    }

    @Test
    void returnCodeAloneDecides() {
        assertThat(response(CODES, "return_code: {type: ReturnCode}")).contains("extends V2Result {");
        assertThat(response(CODES, "result_code: {type: ResultCode}", "err_code: {type: string}"))
                .contains("extends ReceivedMessage {", "public @Nullable ResultCode resultCode()", "errCode()");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return_msg: {type: integer}",
                "return_msg: {type: string, list: true}",
                "return_msg: {type: string, sensitive: true}",
                "return_msg: {type: string, java: text}",
                "return_msg: {type: string, deprecated: gone}",
                "err_code: {enum: [NOTENOUGH]}",
                "result_code: {type: ReturnCode}",
                "errCode: {type: string}",
                "message: {type: string, java: returnMsg}"
            })
    void responseKeepsAnEnvelopeThatDiffers(String field) {
        assertThat(response(CODES, "return_code: {type: ReturnCode}", field))
                .contains("extends ReceivedMessage {", "import io.github.wxpaycodegen.runtime.message.ReturnCode;")
                .contains("public @Nullable ReturnCode returnCode()");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[SUCCESS, FAIL, LATER]",
                "[SUCCESS]",
                "[SUCCESS, {value: FAIL, java: FAILURE}]",
                "[SUCCESS, {value: FAIL, deprecated: gone}]"
            })
    void codesThatDifferAreGenerated(String values) {
        List<SourceFile> files =
                emit("types:\n  ReturnCode: {enum: " + values + "}\n", "return_code: {type: ReturnCode}");

        assertThat(content(files, "v2/ReturnCode.java")).contains("enum ReturnCode implements StringEnum");
        assertThat(content(files, "v2/pay/PayAResponse.java")).contains("extends ReceivedMessage {");
    }

    @Test
    void codesOfTheRuntimeAreNotGenerated() {
        assertThat(emit(CODES, "return_code: {type: ReturnCode}"))
                .extracting(SourceFile::path)
                .noneMatch(path -> path.endsWith("/ReturnCode.java") || path.endsWith("/ResultCode.java"));
    }

    @Test
    void sentMessagesDeclareTheirFields() {
        List<SourceFile> files = emit(List.of(
                SpecText.file("v2/_types.yaml", CODES + "  Order: {fields: {return_code: {type: ReturnCode}}}"),
                SpecText.file("v2/pay/a.yaml", """
                            uri: v2/pay/a
                            post:
                              title: A
                              request: {order: {type: Order, encoded: json}, result_code: {type: ResultCode}}
                              response: Order
                            """)));

        assertThat(content(files, "v2/Order.java"))
                .contains("extends SentMessage {", "returnCode(@Nullable ReturnCode returnCode)");
        assertThat(content(files, "v2/pay/PayARequest.java"))
                .contains("resultCode(@Nullable ResultCode resultCode)", "runtime.message.ResultCode;");
    }

    @Test
    void bundledMessagesHaveOneEnvelope() throws IOException {
        Specs specs = Bundled.specs();
        List<String> inheriting = new ArrayList<>();
        List<String> declaring = new ArrayList<>();
        for (SourceFile file : GeneratedClient.emit(specs)) {
            if (file.content().contains(" extends V2Result {")) {
                inheriting.add(file.path());
            }
            if (file.content().contains(" extends ReceivedMessage {")
                    && file.content()
                            .matches("(?s).*in\\.\\w+\\(\"(return_(code|msg)|result_code|err_code(_des)?)\".*")) {
                declaring.add(file.path());
            }
        }

        assertThat(inheriting).hasSizeGreaterThan(100);
        assertThat(declaring).isEmpty();
    }

    private static String response(String types, String... fields) {
        return content(emit(types, fields), "v2/pay/PayAResponse.java");
    }

    private static List<SourceFile> emit(String types, String... fields) {
        return emit(List.of(
                SpecText.file("v2/_types.yaml", types),
                SpecText.file(
                        "v2/pay/a.yaml",
                        "uri: v2/pay/a\npost:\n  title: A\n  request: {}\n  response:\n    "
                                + String.join("\n    ", fields))));
    }

    private static List<SourceFile> emit(List<SpecFile> specs) {
        assertThat(SpecText.errors(specs.toArray(new SpecFile[0]))).isEqualTo("0 errors\n");
        return GeneratedClient.emit(SpecReader.read(specs).specs().orElseThrow());
    }

    private static String content(List<SourceFile> files, String path) {
        return files.stream()
                .filter(file -> file.path().endsWith("pay/" + path))
                .findFirst()
                .orElseThrow()
                .content();
    }
}
