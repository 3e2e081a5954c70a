package io.github.wxpaycodegen.benchmarks;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v2.PaymentOrder;
import io.github.wxpaycodegen.client.v3.pay.Transaction;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.v2.SignType;
import io.github.wxpaycodegen.runtime.v2.V2Signer;
import io.github.wxpaycodegen.runtime.v2.V2Xml;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the client adds to the network: a request is built, checked, signed and written, its response is verified, parsed and
 * bound. Nothing is sent, the response is there at once.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class CallCost {
    private static final String MCHID = "1230000109";
    private static final String APPID = "wx8888888888888888";
    private static final String V2_KEY = "benchmark-key-0123456789abcdefgh";
    private static final String SERIAL = "PUB_KEY_ID_0112300001092026010100000000000001";
    private static final String OUT_TRADE_NO = "20260101000000001";
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static final Map<String, String> V2_ORDER = Map.ofEntries(
            Map.entry("return_code", "SUCCESS"),
            Map.entry("return_msg", "OK"),
            Map.entry("result_code", "SUCCESS"),
            Map.entry("appid", APPID),
            Map.entry("mch_id", MCHID),
            Map.entry("nonce_str", "TN55wO9Pba5yENl8"),
            Map.entry("openid", "oUpF8uN95-Ptaags6E_roPHg7AG0"),
            Map.entry("is_subscribe", "N"),
            Map.entry("trade_type", "NATIVE"),
            Map.entry("trade_state", "SUCCESS"),
            Map.entry("bank_type", "CCB_DEBIT"),
            Map.entry("total_fee", "100"),
            Map.entry("fee_type", "CNY"),
            Map.entry("cash_fee", "100"),
            Map.entry("transaction_id", "1008450740201411110005820873"),
            Map.entry("out_trade_no", OUT_TRADE_NO),
            Map.entry("time_end", "20260101000000"),
            Map.entry("trade_state_desc", "支付成功"));

    private static final String V3_ORDER = """
            {"appid":"%s","mchid":"%s","out_trade_no":"%s","transaction_id":"1008450740201411110005820873",\
            "trade_type":"NATIVE","trade_state":"SUCCESS","trade_state_desc":"支付成功","bank_type":"CMC","attach":"",\
            "success_time":"2026-01-01T08:00:00+08:00","payer":{"openid":"oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"},\
            "amount":{"total":100,"payer_total":100,"currency":"CNY","payer_currency":"CNY"}}""".formatted(APPID, MCHID, OUT_TRADE_NO);

    private KeyPair keys;
    private byte[] signedText;
    private byte[] signature;
    private WxPay v2;
    private WxPay v3;

    /** Makes keys and responses; the clock stands still, so that a response stays fresh. */
    @Setup
    public void start() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        signedText = (NOW.getEpochSecond() + "\nnonce\n" + V3_ORDER + "\n").getBytes(StandardCharsets.UTF_8);
        signature = rsaSign();
        v2 = WxPay.create(config().transport(() -> new ReadyResponse(v2Response(), Map.of()))
                .build());
        v3 = WxPay.create(
                config().transport(() -> new ReadyResponse(V3_ORDER.getBytes(StandardCharsets.UTF_8), v3Headers()))
                        .build());
    }

    /** Closes the clients. */
    @TearDown
    public void stop() {
        v2.close();
        v3.close();
    }

    /** XML, HMAC-SHA256. */
    @Benchmark
    public PaymentOrder v2Query() {
        return v2.v2().pay().orderquery(b -> b.outTradeNo(OUT_TRADE_NO));
    }

    /** JSON, RSA. */
    @Benchmark
    public Transaction v3Query() {
        return v3.v3()
                .pay()
                .transactions()
                .outTradeNo()
                .outTradeNo(OUT_TRADE_NO)
                .get();
    }

    /** What the JVM takes to sign: the floor of {@link #v3Query()}, together with {@link #rsaVerify()}. */
    @Benchmark
    public byte[] rsaSign() throws GeneralSecurityException {
        Signature signer = Signature.getInstance("SHA256withRSA");
        signer.initSign(keys.getPrivate());
        signer.update(signedText);
        return signer.sign();
    }

    /** What the JVM takes to verify. */
    @Benchmark
    public boolean rsaVerify() throws GeneralSecurityException {
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(keys.getPublic());
        verifier.update(signedText);
        return verifier.verify(signature);
    }

    private WxPayConfig.Builder config() {
        return WxPayConfig.builder()
                .mchid(MCHID)
                .appid(APPID)
                .v2Key(V2_KEY)
                .merchantPrivateKeyPem(pem("PRIVATE KEY", keys.getPrivate()))
                .merchantSerial("0A1B")
                .wechatPayPublicKeyPem(SERIAL, pem("PUBLIC KEY", keys.getPublic()))
                .clock(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static byte[] v2Response() {
        Map<String, String> fields = new TreeMap<>(V2_ORDER);
        fields.put("sign", new V2Signer(V2_KEY).sign(V2_ORDER, SignType.HMAC_SHA256));
        return V2Xml.write(fields);
    }

    private Map<String, String> v3Headers() {
        return Map.of(
                "Content-Type",
                "application/json",
                "Wechatpay-Serial",
                SERIAL,
                "Wechatpay-Timestamp",
                Long.toString(NOW.getEpochSecond()),
                "Wechatpay-Nonce",
                "nonce",
                "Wechatpay-Signature",
                Base64.getEncoder().encodeToString(signature));
    }

    private static byte[] pem(String label, Key key) {
        String base64 = Base64.getMimeEncoder().encodeToString(key.getEncoded());
        return ("-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
