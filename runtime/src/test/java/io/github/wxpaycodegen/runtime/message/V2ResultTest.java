package io.github.wxpaycodegen.runtime.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class V2ResultTest {
    private static final String FAILED = "{\"return_code\":\"SUCCESS\",\"return_msg\":\"OK\",\"result_code\":\"FAIL\","
            + "\"err_code\":\"ORDERNOTEXIST\",\"err_code_des\":\"订单不存在\",\"out_trade_no\":\"a\",\"later\":\"l\"}";

    @Test
    void reportsResult() {
        Paid paid = Paid.fromJson(FAILED);

        assertThat(paid.returnCode()).isEqualTo(ReturnCode.SUCCESS);
        assertThat(paid.returnCodeValue()).isEqualTo("SUCCESS");
        assertThat(paid.returnMsg()).isEqualTo("OK");
        assertThat(paid.resultCode()).isEqualTo(ResultCode.FAIL);
        assertThat(paid.resultCodeValue()).isEqualTo("FAIL");
        assertThat(paid.errCode()).isEqualTo("ORDERNOTEXIST");
        assertThat(paid.errCodeDes()).isEqualTo("订单不存在");
        assertThat(paid.outTradeNo).isEqualTo("a");
        assertThat(paid.unknownFields().asMap()).isEqualTo(Map.of("later", "l"));
    }

    @Test
    void isWrittenBeforeOwnFields() {
        Paid paid = Paid.fromJson(FAILED);

        assertThat(paid.toJson()).isEqualTo(FAILED);
        assertThat(paid)
                .hasToString("Paid{return_code=SUCCESS, return_msg=OK, result_code=FAIL, err_code=ORDERNOTEXIST, "
                        + "err_code_des=订单不存在, out_trade_no=a, unknownFields=[later]}");
    }

    @Test
    void eachFieldCountsForEquality() {
        Paid paid = Paid.fromJson(FAILED);

        assertThat(Paid.fromJson(paid.toJson())).isEqualTo(paid).hasSameHashCodeAs(paid);
        for (String name : paid.toMap().keySet()) {
            assertThat(Paid.fromJson(FAILED.replace("\"" + name + "\":\"", "\"" + name + "\":\"x")))
                    .as(name)
                    .isNotEqualTo(paid);
        }
    }

    @Test
    void absentFieldsAreNull() {
        Paid paid = Paid.fromJson("{\"out_trade_no\":\"a\"}");

        assertThat(paid.returnCode()).isNull();
        assertThat(paid.returnCodeValue()).isNull();
        assertThat(paid.returnMsg()).isNull();
        assertThat(paid.resultCode()).isNull();
        assertThat(paid.resultCodeValue()).isNull();
        assertThat(paid.errCode()).isNull();
        assertThat(paid.errCodeDes()).isNull();
        assertThat(paid.toJson()).isEqualTo("{\"out_trade_no\":\"a\"}");
    }

    @Test
    void keepsUnlistedValues() {
        Paid paid = Paid.fromJson("{\"return_code\":\"LATER\",\"result_code\":\"UNRECOGNIZED\"}");

        assertThat(paid.returnCode()).isEqualTo(ReturnCode.UNRECOGNIZED);
        assertThat(paid.returnCodeValue()).isEqualTo("LATER");
        assertThat(paid.resultCode()).isEqualTo(ResultCode.UNRECOGNIZED);
        assertThat(paid.toJson()).isEqualTo("{\"return_code\":\"LATER\",\"result_code\":\"UNRECOGNIZED\"}");
    }

    @Test
    void keepsValuesOfAnotherType() {
        Map<String, Object> codes = Map.of("n", BigDecimal.ONE);
        Paid paid = Paid.readFrom(FieldReader.received(Map.of("err_code", codes), Function.identity()));

        assertThat(paid.errCode()).isNull();
        assertThat(paid.unknownFields().names()).containsExactly("err_code");
        assertThat(paid.toJson()).isEqualTo("{\"err_code\":{\"n\":1}}");
    }

    @Test
    void isNotMadeWithPutFields() {
        String put = "{\"err_code\":\"a\",\"$put\":[\"err_code\"]}";

        assertThatThrownBy(() -> Paid.fromJson(put)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void codesHaveTheirWireValues() {
        assertThat(ReturnCode.of("SUCCESS")).isEqualTo(ReturnCode.SUCCESS);
        assertThat(ReturnCode.of("FAIL")).isEqualTo(ReturnCode.FAIL);
        assertThat(ReturnCode.FAIL.value()).isEqualTo("FAIL");
        assertThat(ResultCode.of("SUCCESS")).isEqualTo(ResultCode.SUCCESS);
        assertThat(ResultCode.of("FAIL")).isEqualTo(ResultCode.FAIL);
        assertThat(ResultCode.of("success")).isEqualTo(ResultCode.UNRECOGNIZED);
        assertThat(ResultCode.FAIL.value()).isEqualTo("FAIL");
    }

    /** As the generator emits it. */
    private static final class Paid extends V2Result {
        private final @Nullable String outTradeNo;
        private final UnknownFields unknownFields;

        private Paid(FieldReader in) {
            super(in);
            outTradeNo = in.string("out_trade_no");
            unknownFields = unknownFields(in);
        }

        static Paid readFrom(FieldReader in) {
            return new Paid(in);
        }

        static Paid fromJson(String json) {
            return readFrom(fieldsOf(json));
        }

        @Override
        public UnknownFields unknownFields() {
            return unknownFields;
        }

        @Override
        protected void writeFields(FieldWriter out) {
            super.writeFields(out);
            out.string("out_trade_no", outTradeNo);
        }
    }
}
