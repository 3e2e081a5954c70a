package io.github.wxpaycodegen.runtime.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors that the gateway returns in place of a bill. */
class ErrorDocumentTest {
    private static final String START = "the bill cannot be read: the file is an error document, ";

    @Test
    void reportsErrorsOfV2Xml() {
        assertThat(problem("<xml><return_code><![CDATA[FAIL]]></return_code>"
                        + "<return_msg><![CDATA[No Bill Exist]]></return_msg><error_code>20002</error_code>"
                        + "<openid>oUpF8</openid></xml>"))
                .hasMessage(START + "XML or HTML (return_code: FAIL, return_msg: No Bill Exist, error_code: 20002)");
    }

    @Test
    void reportsErrorsOfFundFlowXml() {
        assertThat(problem("<xml><return_code>SUCCESS</return_code><result_code>FAIL</result_code>"
                        + "<err_code>NO_BILL_EXIST</err_code><err_code_des>no bill</err_code_des></xml>"))
                .hasMessage(START + "XML or HTML (return_code: SUCCESS, result_code: FAIL, err_code: NO_BILL_EXIST,"
                        + " err_code_des: no bill)");
    }

    @Test
    void reportsErrorsOfV3Json() {
        assertThat(problem("{\"detail\":{\"code\":\"x\",\"list\":[1]},\"code\":\"NO_STATEMENT_EXIST\",\"n\":1,"
                        + "\"message\":\"账单不存在\",\"other\":\"private\"}"))
                .hasMessage(START + "JSON (code: NO_STATEMENT_EXIST, message: 账单不存在)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>502 Bad Gateway</body></html>",
                "<xml><return_code>FAIL",
                "<!DOCTYPE xml [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><xml><return_msg>&e;</return_msg></xml>",
                "<"
            })
    void reportsOnlyKindOfOtherMarkup(String document) {
        assertThat(problem(document)).hasMessage(START + "XML or HTML");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{}", "{{", "{\"code\":1}", "{\"a\":\"b\""})
    void reportsOnlyKindOfOtherJson(String document) {
        assertThat(problem(document)).hasMessage(START + "JSON");
    }

    @Test
    void reportsErrorsOfTruncatedJson() {
        assertThat(problem("{\"code\":\"SYSTEM_ERROR\",\"mess")).hasMessage(START + "JSON (code: SYSTEM_ERROR)");
    }

    @Test
    void findsErrorAfterSpaceMarkAndInGzip() {
        String json = "{\"code\":\"SYSTEM_ERROR\"}";

        assertThat(problem("\r\n \t" + json)).hasMessageContaining("SYSTEM_ERROR");
        assertThat(problem(" ".repeat(64) + json)).hasMessageContaining("SYSTEM_ERROR");
        assertThat(problem(Csv.BOM + json)).hasMessageContaining("SYSTEM_ERROR");
        assertThat(problem(Csv.gzip(Csv.BOM + json))).hasMessageContaining("SYSTEM_ERROR");
    }

    @Test
    void readsOnlyStartOfHugeDocument() {
        String huge = "{\"code\":\"SYSTEM_ERROR\",\"message\":\"" + "x".repeat(1 << 20) + "\"}";
        Watched in = new Watched(Csv.plain(huge));

        BillFormatException problem = catchThrowableOfType(BillFormatException.class, () -> BillKind.GENERIC.open(in));

        assertThat(problem).hasMessage(START + "JSON (code: SYSTEM_ERROR)");
        assertThat(in.count()).isLessThan(1 << 18);
        assertThat(in.isClosed()).isTrue();
    }

    @Test
    void acceptsBillWithLaterAngleBracket() throws Exception {
        try (GenericBill bill = BillKind.GENERIC.open(Csv.plain("a<b,{c\n`1,`<2\n"))) {
            assertThat(bill).extracting(row -> row.value("{c")).containsExactly("<2");
        }
    }

    private static BillFormatException problem(String document) {
        return problem(document.getBytes(StandardCharsets.UTF_8));
    }

    private static BillFormatException problem(byte[] document) {
        return catchThrowableOfType(
                BillFormatException.class, () -> BillKind.TRADE.open(new ByteArrayInputStream(document)));
    }
}
