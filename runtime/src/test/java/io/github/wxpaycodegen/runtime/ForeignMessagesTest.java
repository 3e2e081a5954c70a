package io.github.wxpaycodegen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wxpaycodegen.runtime.bill.BillFormatException;
import io.github.wxpaycodegen.runtime.bill.BillKind;
import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.error.InvalidResponseException;
import io.github.wxpaycodegen.runtime.file.FileHash;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text of others in messages: 64 characters of each value, 256 of an explanation, all of them printable. */
class ForeignMessagesTest {
    private static final String FORGED = "X\n2026-01-01 INFO paid\u001b[2J" + "y".repeat(400_000);
    private static final String SHOWN = "X\\u000a2026-01-01 INFO paid\\u001b[2J" + "y".repeat(38) + "…";

    /** An explanation gets more room. */
    private static final String EXPLAINED = SHOWN.replace("…", "y".repeat(192) + "…");

    private static final String KEY = "192006250b4c09247ec02edce69f6a2d";

    private static final Operation<Sent, Map<String, String>> V2 = Operation.<Sent, Map<String, String>>v2(
                    HttpMethod.POST, "/v2/foreign", "/a", Read::readFrom)
            .build();
    private static final Operation<Sent, Map<String, String>> V3 = Operation.<Sent, Map<String, String>>v3(
                    HttpMethod.POST, "/v3/foreign", Read::readFrom)
            .traits(Trait.JSON_BODY)
            .build();

    @Test
    void v2ErrorsShowTheGatewaysTextCutAndPrintable() {
        Throwable failure = v2("<xml><return_code>FAIL</return_code><return_msg>" + FORGED.replace("\u001b", "")
                + "</return_msg></xml>");

        assertThat(failure).isInstanceOfSatisfying(GatewayException.class, e -> {
            assertThat(e.returnMsg()).hasSizeGreaterThan(400_000).contains("\n");
            assertThat(e).hasMessageContaining("return_msg X\\u000a2026-01-01 INFO paid[2Jy");
        });
        quiet(failure);
    }

    @Test
    void v3ErrorsShowTheGatewaysTextCutAndPrintable() {
        V3Gateway gateway = new V3Gateway();
        gateway.answer(400, "{\"code\":\"" + json(FORGED) + "\",\"message\":\"" + json(FORGED) + "\"}");

        Throwable failure = catchThrowable(() -> gateway.client().context().call(V3, new Sent(out -> {})));

        assertThat(failure)
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.errorCode()).isEqualTo(FORGED))
                .hasMessageContaining("code " + SHOWN + ", message " + EXPLAINED);
        quiet(failure);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<xml> &x;</xml>", "<xml> <![CDATA[", "<xml><a> &x;</a></xml>"})
    void malformedXmlIsAnInvalidResponse(String answer) {
        Throwable failure = v2(answer);

        assertThat(failure).isInstanceOf(InvalidResponseException.class);
        quiet(failure);
        try (WxPayClient client = client(answer)) {
            assertThat(catchThrowableOfType(CompletionException.class, () -> client.context()
                            .callAsync(V2, new Sent(out -> {}))
                            .join()))
                    .hasCauseInstanceOf(InvalidResponseException.class);
        }
    }

    @Test
    void duplicateJsonNamesAreNotRepeated() {
        V3Gateway gateway = new V3Gateway();
        gateway.answer(200, "{\"X\\n" + "y".repeat(40_000) + "\":1,\"X\\n" + "y".repeat(40_000) + "\":2}");

        Throwable failure = catchThrowable(() -> gateway.client().context().call(V3, new Sent(out -> {})));

        assertThat(failure).isInstanceOf(InvalidResponseException.class);
        quiet(failure);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<xml> &x;</xml>", "<xml> <![CDATA[", "<xml><a>1</a> &x;</xml>"})
    void malformedXmlIsNotABill(String document) {
        assertThat(bill(document)).isInstanceOf(BillFormatException.class).hasMessageContaining("XML or HTML");
    }

    @Test
    void billErrorsShowTheGatewaysTextCutAndPrintable() {
        Throwable failure = bill("{\"code\":\"" + json(FORGED.substring(0, 1_000)) + "\"}");

        assertThat(failure).isInstanceOf(BillFormatException.class).hasMessageContaining("JSON (code: " + SHOWN + ")");
        quiet(failure);
    }

    @Test
    void namesForeignTextPrintable() {
        assertThat(InvalidRequestException.builder("Request")
                        .problems(List.of("a\nforged", "b"))
                        .build())
                .hasMessage("Request cannot be sent:\n  - a\\u000aforged\n  - b");
        assertThat(catchThrowable(() -> FileHash.of("SHA1", FORGED)))
                .hasMessage("the SHA1 digest must be 40 hexadecimal digits (was " + SHOWN + ")")
                .satisfies(ForeignMessagesTest::quiet);
        assertThat(catchThrowable(() -> FileHash.of(FORGED, "00")))
                .hasMessage("the digest type must be SHA1, SHA256 or SM3 (was " + SHOWN + ")");
        assertThat(catchThrowable(() -> UploadFile.of(FORGED, new byte[1])))
                .hasMessage("the file name must not be blank or contain quotes, slashes or control characters (was "
                        + SHOWN + ")");
    }

    private static Throwable v2(String answer) {
        try (WxPayClient client = client(answer)) {
            return catchThrowable(() -> client.context().call(V2, new Sent(out -> {})));
        }
    }

    private static WxPayClient client(String answer) {
        return WxPayClient.create(WxPayConfig.builder()
                .v2Key(KEY)
                .transport(() -> RecordingTransport.answering(answer))
                .build());
    }

    private static Throwable bill(String document) {
        return catchThrowable(
                () -> BillKind.TRADE.open(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8))));
    }

    private static String json(String text) {
        return text.replace("\n", "\\n").replace("\u001b", "\\u001b");
    }

    private static void quiet(Throwable failure) {
        StringWriter printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed));
        assertThat(printed.toString().lines()).allSatisfy(line -> assertThat(line)
                .hasSizeLessThan(2_500)
                .doesNotContain("\u001b")
                .matches("(io\\.github\\.wxpaycodegen\\.|java\\.|Caused by: |\\t+(at|\\.\\.\\.|Suppressed:)).*"));
    }
}
