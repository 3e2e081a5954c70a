package io.github.wxpaycodegen.benchmarks;

import com.wechat.pay.java.service.payments.nativepay.model.PrepayResponse;
import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v3.pay.NativePrepayment;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.simulator.Simulator;
import java.io.IOException;
import java.security.GeneralSecurityException;
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
 * Makes a client and its first call, an order of v3 over TLS, in a fresh JVM. The gateway is in the same JVM, and has loaded
 * the JVM's cryptography for both alike.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(10)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class FirstCall {
    private Simulator gateway;
    private WxPay pay;

    /** Starts the gateway. */
    @Setup
    public void start() {
        gateway = Simulator.builder().mchid(V3Order.MCHID).appid(V3Order.APPID).start();
    }

    /** Stops the gateway, and this client: the official one has nothing that could be closed. */
    @TearDown
    public void stop() {
        if (pay != null) {
            pay.close();
        }
        gateway.close();
    }

    /** By this client, with the settings that the official one has. */
    @Benchmark
    public NativePrepayment ours() {
        pay = WxPay.create(WxPayConfig.builder()
                .mchid(V3Order.MCHID)
                .appid(V3Order.APPID)
                .merchantPrivateKeyPem(gateway.merchantKeyPem())
                .merchantSerial(gateway.merchantSerial())
                .wechatPayPublicKeyPem(gateway.publicKeyId(), gateway.publicKeyPem())
                .v3Key(gateway.v3Key())
                .trust(gateway.caCertificate())
                .host(gateway.baseUri())
                .build());
        return pay.v3().pay().transactions().native_().post(PeerCalls.order());
    }

    /** By the official SDK. */
    @Benchmark
    public PrepayResponse official() throws GeneralSecurityException, IOException {
        return PeerCalls.official(gateway).prepay(PeerCalls.officialOrder());
    }
}
