package io.github.wxpaycodegen.benchmarks;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v2.PaymentOrder;
import io.github.wxpaycodegen.client.v3.pay.Transaction;
import io.github.wxpaycodegen.runtime.internal.crypto.V2Signer;
import io.github.wxpaycodegen.runtime.internal.xml.V2Xml;
import io.github.wxpaycodegen.runtime.message.SignType;
import java.security.GeneralSecurityException;
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
 * The cost that the client adds to the network: a request is built, checked, signed and written, its response is verified, parsed and
 * bound. Nothing is sent, the response is there at once.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class CallCost {
    static final String V2_KEY = "benchmark-key-0123456789abcdefgh";

    private static final Map<String, String> V2_ORDER = Map.ofEntries(
            Map.entry("return_code", "SUCCESS"),
            Map.entry("return_msg", "OK"),
            Map.entry("result_code", "SUCCESS"),
            Map.entry("appid", V3Order.APPID),
            Map.entry("mch_id", V3Order.MCHID),
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
            Map.entry("out_trade_no", V3Order.OUT_TRADE_NO),
            Map.entry("time_end", "20260101000000"),
            Map.entry("trade_state_desc", "支付成功"));

    private V3Order order;
    private WxPay v2;
    private WxPay v3;

    /** Makes keys and responses. */
    @Setup
    public void start() throws GeneralSecurityException {
        order = new V3Order();
        v2 = WxPay.create(order.config()
                .v2Key(V2_KEY)
                .transport(() -> new ReadyResponse(v2Response(), Map.of()))
                .build());
        v3 = WxPay.create(order.config().transport(order::response).build());
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
        return v2.v2().pay().orderQuery(b -> b.outTradeNo(V3Order.OUT_TRADE_NO));
    }

    /** JSON, RSA. */
    @Benchmark
    public Transaction v3Query() {
        return V3Order.query(v3);
    }

    /** The cost of signing in the JVM: the minimum for {@link #v3Query()}, together with {@link #rsaVerify()}. */
    @Benchmark
    public byte[] rsaSign() throws GeneralSecurityException {
        return order.sign();
    }

    /** The cost of verification in the JVM. */
    @Benchmark
    public boolean rsaVerify() throws GeneralSecurityException {
        return order.verify();
    }

    static byte[] v2Response() {
        Map<String, String> fields = new TreeMap<>(V2_ORDER);
        fields.put("sign", new V2Signer(V2_KEY).sign(V2_ORDER, SignType.HMAC_SHA256));
        return V2Xml.write(fields);
    }
}
