package io.github.wxpaycodegen.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import java.nio.file.Path;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** The golden classes, compiled and used as a caller uses them. */
class GeneratedCodeTest {
    @Test
    void buildListsAllThatIsWrong() throws Exception {
        assertThat(run("""
                try {
                    OrderRequest.builder()
                            .outTradeNo("x".repeat(33))
                            .transactionId("1")
                            .detail(d -> d.costPrice(1))
                            .attach("a\\u0000")
                            .build();
                    return "built";
                } catch (io.github.wxpaycodegen.runtime.InvalidRequestException e) {
                    return e.getMessage();
                }
                """)).isEqualTo("""
                OrderRequest cannot be sent:
                  - out_trade_no: has 33 characters, at most 32 are taken
                  - total_fee: is required
                  - detail.goods_detail: is required
                  - transaction_id, out_trade_no: exactly one of them is required, 2 are given
                  - attach: has the character U+0000, which XML cannot carry""");
    }

    @Test
    void constantsAndTheAlgorithmAreThereAndNothingElse() throws Exception {
        assertThat(run("""
                OrderRequest request = OrderRequest.builder().outTradeNo("1").attach("a").totalFee(5).openid("o").build();
                return request + " " + request.equals(request.toBuilder().build())
                        + " " + request.equals(request.toBuilder().totalFee(6).build())
                        + " " + (request.hashCode() == request.toBuilder().build().hashCode());
                """))
                .isEqualTo(
                        "OrderRequest{version=1.0, format=7, mode=B, sign_type=HMAC-SHA256, out_trade_no=1, total_fee=5,"
                                + " attach=a, openid=***} true false true");
    }

    @Test
    void groupsAndDocumentsAreReadBack() throws Exception {
        assertThat(run("""
                Map<String, String> fields = new LinkedHashMap<>();
                fields.put("coupon_fee", "9");
                fields.put("refund_id_0", "r0");
                fields.put("coupon_id_0_0", "c00");
                fields.put("coupon_id_0_1", "c01");
                fields.put("coupon_fee_0_1", "3");
                fields.put("refund_id_1", "r1");
                fields.put("coupon_fee_1", "4");
                fields.put("trade_state", "LATER");
                fields.put("receipt", "Y");
                fields.put("promotion", "[{\\"name\\":\\"p\\",\\"level\\":9}]");
                fields.put("new_field", "kept");
                fields.put("total_fee", "many");
                OrderResponse r = OrderResponse.readFrom(TreeFieldReader.of(fields, text -> text));
                try {
                    r.refunds().clear();
                    return "lists can be changed";
                } catch (UnsupportedOperationException e) {
                    return r.couponFee() + " " + r.refunds().get(0).coupons().get(1).couponFee() + " "
                            + r.refunds().get(0).coupons().get(0).couponId() + " " + r.refunds().get(1).couponFee() + " "
                            + r.tradeState().value() + " " + r.tradeState().known() + " " + r.receipt() + " "
                            + r.promotion().get(0).level().value() + " " + r.promotion().get(0).level().known() + " "
                            + r.unknownFields().text("new_field") + " " + r.totalFee() + " "
                            + r.unknownFields().text("total_fee");
                }
                """)).isEqualTo("9 3 c00 4 LATER UNRECOGNIZED true 9 UNRECOGNIZED kept null many");
    }

    @Test
    void aConstantThatDidNotComeIsNotThere() throws Exception {
        assertThat(run("""
                OrderRequest read = OrderRequest.readFrom(TreeFieldReader.of(Map.of("total_fee", "1"), text -> text));
                return read.version() + " " + read.signType() + " " + read.totalFee();
                """)).isEqualTo("null null 1");
    }

    private static String run(String statements) throws Exception {
        JavaFileObject caller = JavaFileObjects.forSourceString("com.example.Caller", """
                package com.example;

                import com.example.pay.v2.shop.*;
                import io.github.wxpaycodegen.runtime.wire.TreeFieldReader;
                import java.util.LinkedHashMap;
                import java.util.Map;

                public final class Caller {
                    private Caller() {}

                    @SuppressWarnings("deprecation") // one of the fields is
                    public static String run() {
                """ + statements + "}}");
        return CompiledClient.of(SpecFiles.ofDirectory(Path.of("src/test/resources/golden/specs")), caller)
                .run("com.example.Caller");
    }
}
