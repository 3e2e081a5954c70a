package io.github.wxpaycodegen.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.CompilationSubject;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import io.github.wxpaycodegen.generator.read.SpecReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The behavior of emitted classes. */
class GeneratedCodeTest {
    private static final String CALLER = "GoldenCaller.java";

    @Test
    void generatedClientMakesCalls() throws Exception {
        GeneratedClient golden = GeneratedClient.of(SpecFiles.ofDirectory(Path.of("src/test/resources/golden/specs")));

        assertThat(GeneratedClient.run(golden.compileWith(CALLER), CALLER)).isEqualTo("""
            printed: ShopOrderRequest{version=1.0, format=7, mode=B, sign_type=HMAC-SHA256, out_trade_no=a, total_fee=7, openid=***, enc_bank_no=***, detail=Detail{goods_detail=[Goods{goods_id=g, price=3}]}}
            constants: 1.0 7 B HMAC_SHA256
            equal: true
            equal hashes: true
            equal copy: true
            equal to another: false
            equal to nothing: false
            as it was: 9 7
            other sign_type: MD5
            request json: {"version":"1.0","format":7,"mode":"B","sub_mch_id":"s","sign_type":"HMAC-SHA256","out_trade_no":"a","total_fee":7,"rate":1.50,"time":"2026-01-02T03:04:05+00:00","receipt":true,"level":-1,"enc_bank_no":"secret","detail":{"goods_detail":[{"goods_id":"g","price":3}]},"photos":[],"risk_info":{"mobile":"1","posttime":2},"extra":1,"$put":["extra"]}
            request read: true
            constants kept: 1.0
            list given: [p]
            list added to: {"version":"1.0","format":7,"mode":"B","sign_type":"HMAC-SHA256","out_trade_no":"a","total_fee":7,"detail":{"goods_detail":[{"goods_id":"g","price":3}]},"receivers":[{"goods_id":"g","price":3},{"goods_id":"h","price":1}],"photos":["p","q","r"]}
            null in a list: photos[1] must not be null
            null added: photos[1] must not be null
            boxed: null null true
            list taken: immutable
            problems: ShopOrderRequest cannot be sent:
              - out_trade_no must be at most 32 characters (was 33)
              - total_fee is required
              - detail.goods_detail is required
              - receivers[1].goods_id is required
              - transaction_id, out_trade_no: exactly one of them is required (2 were given) NOT_SENT
            read: SUCCESS 7 true
            decrypted: <secret>
            of another type: null {coupon_fee=seven, later=l}
            refunds: [Refund{refund_id_$n=r0, coupon_fee_$n=1, coupons=[Coupon{coupon_id_$n_$m=c00}, Coupon{coupon_id_$n_$m=c01, coupon_fee_$n_$m=2}]}, Refund{refund_id_$n=r1}]
            promotion: [Promotion{name=p, level=2, unknownFields=[more]}, Promotion{level=9}]
            unknown within: {more=true}
            read list: immutable
            not received: null null
            response: ShopOrderResponse{return_code=SUCCESS, total_fee=7, receipt=true, real_name=***, refunds=[Refund{refund_id_$n=r0, coupon_fee_$n=1, coupons=[Coupon{coupon_id_$n_$m=c00}, Coupon{coupon_id_$n_$m=c01, coupon_fee_$n_$m=2}]}, Refund{refund_id_$n=r1}], promotion=[Promotion{name=p, level=2, unknownFields=[more]}, Promotion{level=9}], unknownFields=[coupon_fee, later]}
            response json: {"return_code":"SUCCESS","total_fee":7,"receipt":true,"real_name":"<secret>","refund_id_0":"r0","coupon_fee_0":1,"coupon_id_0_0":"c00","coupon_id_0_1":"c01","coupon_fee_0_1":2,"refund_id_1":"r1","promotion":[{"name":"p","level":2,"more":true},{"level":9}],"coupon_fee":"seven","later":"l"}
            response read: true
            part read: Promotion{level=9, unknownFields=[x]}
            constants not received: null null null null
            constant: UNSURE 未知
            unrecognized: UNRECOGNIZED UNRECOGNIZED
            integer: VALUE_MINUS_1 -1 UNRECOGNIZED
            newer: UNRECOGNIZED NEWER {"trade_state":"NEWER"}
            absent: null null
            set by value: UNRECOGNIZED VALUE_2
            cleared: null
            unrecognized set: level is UNRECOGNIZED, which represents values that this version does not list, and cannot be sent; pass the text or number that was received to the setter whose name ends in Value or Values
            unrecognized value set: level is UNRECOGNIZED, which represents values that this version does not list, and cannot be sent; pass the text or number that was received to the setter whose name ends in Value or Values
            """);
    }

    @Test
    void checksEveryLimitWhenARequestIsBuilt() throws Exception {
        GeneratedClient golden = GeneratedClient.of(SpecFiles.ofDirectory(Path.of("src/test/resources/golden/specs")));
        String caller = "LimitsCaller.java";

        assertThat(GeneratedClient.run(golden.compileWith(caller), caller)).isEqualTo("""
            valid: 2026-01-31
            problems:\s
            out_bill_no must be at least 6 characters (was 5)
            out_bill_no must match [0-9A-Za-z_*@{}-]+ (was "12 45")
            transfer_amount must be at least 1 (was 0)
            rate must be at most 100 (was 100.01)
            weights[1] must be at least 0.5 (was 0.4)
            weights must have at most 3 elements (had 4)
            counts[1] must be at most 9 (was 10)
            bill_date must be a date of the form yyyy-MM-dd (was "20260101")
            other_date must be a date of the form yyyy-MM-dd (was "2026-13-01")
            month must be a month of the form yyyyMM (was "2026-01")
            expires must be a Unix time in seconds (10 digits) (was 1767225600000)
            days[1] must be at most 8 characters (was 10)
            days[1] must be a date of the form yyyyMMdd (was "2026-01-31")
            days[2] must be a date of the form yyyyMMdd (was "20260132")
            days must have at most 2 elements (had 3)
            code must be at least 4 characters (was 3)
            codes[1] must be at least 2 characters (was 1)
            openid must match o[0-9A-Za-z_-]+ (was 15 characters)
            phone must match 1[0-9]{10} (was 10 characters)
            age must be at least 18
            receivers[0].user_name must be at least 2 characters (was 1)
            receivers[0].user_name must match [^<>]+ (was 1 character)
            detail.goods must have at most 1 element (had 2)
            detail.goods[0].goods_id must be at most 8 characters (was 9)
            detail.goods[0].total must be at least 1 (was 0)
            detail.goods[1].goods_id is required
            openid, phone: exactly one of them is required (2 were given)
            received: FundAppTransfersResponse{progress=Progress{finished=today, fee=-1, media=?}, package_info=?}
            """);
    }

    @Test
    void sendsPutFields() throws Exception {
        GeneratedClient golden = GeneratedClient.of(SpecFiles.ofDirectory(Path.of("src/test/resources/golden/specs")));
        String caller = "PutFieldCaller.java";

        assertThat(GeneratedClient.run(golden.compileWith(caller), caller)).isEqualTo("""
            v2 set: [out_trade_no must be at most 4 characters (was 5), total_fee must be at most 10 (was 11), detail.goods_id must be at most 4 characters (was 5)]
            v2 put: {version=2, mch_id=1900000001, out_trade_no=12345, total_fee=11.5, sign_type=HMAC-SHA256, name=张, detail={"goods_id":"12345","more":[1]}, added=true} signed: true
            v3 set: [out_bill_no must match [0-9]{4} (was "12345"), total must be at most 10 (was 11), user_name must be at most 2 characters (was 4), payer.openid must be at most 4 characters (was 5)]
            v3 put: {"out_bill_no":"12345","total":11,"user_name":"decrypted: long","payer":{"openid":"12345"},"added":"😀"} signed: true
            v3 get set: [limit must be at most 10 (was 11)]
            v3 get put: limit=11&added=a%20b signed: true
            printed: ShopNarrowRequest{version=***, out_trade_no=***, total_fee=1, sign_type=***, name=n}
            accessors: null null null 1 n
            copied: true
            both: [out_trade_no is both set and put: remove one of them, sign_type is both set and put: remove one of them]
            both from the start: [total_fee is both set and put: remove one of them, sign_type is both set and put: remove one of them, detail.goods_id is both set and put: remove one of them]
            encrypted: [user_name is encrypted when it is sent: put it with putEncryptedField]
            """);
    }

    /** Each line stands in a method of its own that has whatever the line names. */
    @Test
    void callsOperationsByTheJavaLinesOfTheIndex() throws IOException {
        List<SpecFile> specs = SpecFiles.ofDirectory(Path.of("src/test/resources/golden/specs"));
        String index = GeneratedClient.emit(SpecReader.read(specs).specs().orElseThrow()).stream()
                .filter(file -> file.path().endsWith("operations.json"))
                .findFirst()
                .orElseThrow()
                .content();
        StringBuilder caller = new StringBuilder("package caller; @SuppressWarnings(\"deprecation\") class Lines {\n");
        int lines = 0;
        for (JsonNode operation : new JsonMapper().readTree(index)) {
            caller.append(
                    "void m%d(com.example.pay.WxPay pay, %s request, String outBillNo, String transactionId, String mediaId) { %s; }\n"
                            .formatted(
                                    lines++,
                                    operation.get("request").asString(),
                                    operation.get("java").asString()));
        }
        List<JavaFileObject> sources = new ArrayList<>(GoldenTest.sources());
        sources.add(JavaFileObjects.forSourceString("caller.Lines", caller + "}"));

        assertThat(lines).isGreaterThan(20);
        CompilationSubject.assertThat(Compiler.javac().compile(sources)).succeeded();
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
            sent: /v3/bills /v3/bills /v3/file /v3/bills /v3/file /v3/file /v3/images/media
            """);
    }
}
