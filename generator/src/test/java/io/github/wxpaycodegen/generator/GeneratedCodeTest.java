package io.github.wxpaycodegen.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.read.SpecFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the classes that are emitted do when they run. */
class GeneratedCodeTest {
    private static final String CALLER = "GoldenCaller.java";

    @Test
    void doesWhatACallerExpects() throws Exception {
        GeneratedClient golden = GeneratedClient.of(SpecFiles.ofDirectory(Path.of("src/test/resources/golden/specs")));

        assertThat(GeneratedClient.run(golden.compileWith(CALLER), CALLER)).isEqualTo("""
                        printed: OrderRequest{version=1.0, format=7, mode=B, sign_type=HMAC-SHA256, out_trade_no=a, total_fee=7, openid=***, enc_bank_no=***, detail=Detail{goods_detail=[Goods{goods_id=g, price=3}]}}
                        constants: 1.0 7 B HMAC-SHA256
                        equal: true
                        equal hashes: true
                        equal copy: true
                        equal to another: false
                        equal to nothing: false
                        as it was: 9 7
                        other sign_type: MD5
                        list given: [p]
                        list taken: immutable
                        problems: OrderRequest cannot be sent:
                          - out_trade_no must be at most 32 characters (was 33)
                          - total_fee is required
                          - detail.goods_detail is required
                          - receivers[1].goods_id is required
                          - transaction_id, out_trade_no: exactly one of them is required (2 were given) NOT_SENT
                        read: SUCCESS 7 true
                        decrypted: <secret>
                        of another type: null {coupon_fee=seven, later=l}
                        refunds: [Refunds{refund_id_$n=r0, coupon_fee_$n=1, coupons=[Coupons{coupon_id_$n_$m=c00}, Coupons{coupon_id_$n_$m=c01, coupon_fee_$n_$m=2}]}, Refunds{refund_id_$n=r1}]
                        promotion: [Promotion{name=p, level=2, unknownFields=[more]}, Promotion{level=9}]
                        unknown within: {more=true}
                        read list: immutable
                        not received: null null
                        response: OrderResponse{return_code=SUCCESS, total_fee=7, receipt=true, real_name=***, refunds=[Refunds{refund_id_$n=r0, coupon_fee_$n=1, coupons=[Coupons{coupon_id_$n_$m=c00}, Coupons{coupon_id_$n_$m=c01, coupon_fee_$n_$m=2}]}, Refunds{refund_id_$n=r1}], promotion=[Promotion{name=p, level=2, unknownFields=[more]}, Promotion{level=9}], unknownFields=[coupon_fee, later]}
                        response copied: true
                        constants not received: null null null null
                        unknown: NEWER UNRECOGNIZED true
                        known: 未知 UNSURE true
                        integer: -1 VALUE_MINUS_1 true
                        unknown integer: 9 UNRECOGNIZED true
                        """);
    }

    @Test
    void downloadsFromTheApplicationToTheVerifiedFile() throws Exception {
        GeneratedClient golden = GeneratedClient.of(SpecFiles.ofDirectory(Path.of("src/test/resources/golden/specs")));
        String caller = "DownloadCaller.java";

        assertThat(GeneratedClient.run(golden.compileWith(caller), caller)).isEqualTo("""
                        prepared: abc 3 SHA1
                        empty: abc 3 SHA1
                        link: abc 3 SHA256
                        stream: abc 3 SHA256
                        sent: /v3/bills /v3/bills /v3/file /v3/bills /v3/file /v3/file /v3/images/m
                        """);
    }
}
