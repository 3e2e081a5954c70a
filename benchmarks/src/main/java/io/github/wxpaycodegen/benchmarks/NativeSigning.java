package io.github.wxpaycodegen.benchmarks;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v3.pay.Transaction;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import org.conscrypt.Conscrypt;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A whole call of v3, signed by the JVM or by a native provider. Nothing is sent, the response is there at once. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class NativeSigning {
    /** The provider that signs. */
    @Param({"JVM", "AmazonCorrettoCryptoProvider", "Conscrypt"})
    public String signer;

    private WxPay pay;

    /** Makes the client; fails where the provider has no library for the platform. */
    @Setup
    public void start() throws GeneralSecurityException {
        V3Order order = new V3Order();
        WxPayConfig.Builder config = order.config().transport(order::response);
        switch (signer) {
            case "AmazonCorrettoCryptoProvider" -> config.signatureProvider(AmazonCorrettoCryptoProvider.INSTANCE);
            case "Conscrypt" -> config.signatureProvider(Conscrypt.newProvider());
            default -> {
                // The JVM signs unless configured otherwise.
            }
        }
        pay = WxPay.create(config.build());
    }

    /** Closes the client. */
    @TearDown
    public void stop() {
        pay.close();
    }

    /** JSON, RSA. */
    @Benchmark
    public Transaction v3Query() {
        return V3Order.query(pay);
    }
}
