package io.github.wxpaycodegen.benchmarks;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.github.binarywang.wxpay.bean.request.WxPayOrderQueryRequest;
import com.github.binarywang.wxpay.bean.result.WxPayOrderQueryResult;
import com.github.binarywang.wxpay.config.WxPayConfig;
import com.github.binarywang.wxpay.exception.WxPayException;
import com.github.binarywang.wxpay.service.impl.WxPayServiceImpl;
import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.http.DefaultHttpClientBuilder;
import com.wechat.pay.java.core.util.GsonUtil;
import com.wechat.pay.java.service.payments.nativepay.NativePayService;
import com.wechat.pay.java.service.payments.nativepay.model.Amount;
import com.wechat.pay.java.service.payments.nativepay.model.PrepayRequest;
import com.wechat.pay.java.service.payments.nativepay.model.QueryOrderByOutTradeNoRequest;
import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v2.PaymentOrder;
import io.github.wxpaycodegen.client.v3.pay.Transaction;
import io.github.wxpaycodegen.client.v3.pay.TransactionsNativeRequest;
import io.github.wxpaycodegen.simulator.Simulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
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

/**
 * The same work done by this client and by the libraries that most people use: WxJava for v2, the official SDK for v3. Each
 * is used as its documentation says.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class PeerCalls {
    /** Who signs and verifies, and is the first provider of the JVM: the JVM's own, or a native one. */
    @Param({"JVM", "AmazonCorrettoCryptoProvider"})
    public String provider;

    private Simulator gateway;
    private WxPay v2;
    private WxPay v3;
    private WxPayServiceImpl wxJava;
    private NativePayService official;
    private QueryOrderByOutTradeNoRequest officialQuery;

    /** Starts the gateway with one order, and makes the clients. */
    @Setup
    public void start() throws GeneralSecurityException, IOException {
        if (!provider.equals("JVM")) {
            AmazonCorrettoCryptoProvider.install();
            AmazonCorrettoCryptoProvider.INSTANCE.assertHealthy();
        }
        gateway = Simulator.builder().mchid(V3Order.MCHID).appid(V3Order.APPID).start();
        v3 = WxPay.create(gateway.config().build());
        v3.v3().pay().transactions().native_().post(order());
        v2 = WxPay.create(new V3Order()
                .config()
                .v2Key(CallCost.V2_KEY)
                .transport(() -> new ReadyResponse(CallCost.v2Response(), Map.of()))
                .build());
        wxJava = wxJava(new String(CallCost.v2Response(), StandardCharsets.UTF_8));
        official = official(gateway);
        officialQuery = new QueryOrderByOutTradeNoRequest();
        officialQuery.setMchid(V3Order.MCHID);
        officialQuery.setOutTradeNo(V3Order.OUT_TRADE_NO);
    }

    /** Closes everything. */
    @TearDown
    public void stop() {
        v2.close();
        v3.close();
        gateway.close();
    }

    static TransactionsNativeRequest order() {
        return TransactionsNativeRequest.builder()
                .description("benchmark")
                .outTradeNo(V3Order.OUT_TRADE_NO)
                .notifyUrl("https://example.com/notify")
                .amount(amount -> amount.total(100L).currency("CNY"))
                .build();
    }

    static PrepayRequest officialOrder() {
        PrepayRequest request = new PrepayRequest();
        request.setAppid(V3Order.APPID);
        request.setMchid(V3Order.MCHID);
        request.setDescription("benchmark");
        request.setOutTradeNo(V3Order.OUT_TRADE_NO);
        request.setNotifyUrl("https://example.com/notify");
        Amount amount = new Amount();
        amount.setTotal(100);
        amount.setCurrency("CNY");
        request.setAmount(amount);
        return request;
    }

    private static WxPayServiceImpl wxJava(String response) {
        WxPayConfig config = new WxPayConfig();
        config.setAppId(V3Order.APPID);
        config.setMchId(V3Order.MCHID);
        config.setMchKey(CallCost.V2_KEY);
        config.setSignType("HMAC-SHA256");
        WxPayServiceImpl service = new WxPayServiceImpl() {
            @Override
            public String post(String url, String body, boolean useKey) {
                return response;
            }
        };
        service.setConfig(config);
        return service;
    }

    static NativePayService official(Simulator gateway) throws GeneralSecurityException, IOException {
        RSAPublicKeyConfig config = new RSAPublicKeyConfig.Builder()
                .merchantId(V3Order.MCHID)
                .privateKey(gateway.merchantKeyPem())
                .merchantSerialNumber(gateway.merchantSerial())
                .publicKey(gateway.publicKeyPem())
                .publicKeyId(gateway.publicKeyId())
                .apiV3Key(gateway.v3Key())
                .build();
        // The SDK has the hosts of WeChat Pay alone, so its HTTP client is redirected to the gateway.
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("gateway", gateway.caCertificate());
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, managers.getTrustManagers(), null);
        HttpUrl base = HttpUrl.get(gateway.baseUri());
        OkHttpClient http = new OkHttpClient.Builder()
                .sslSocketFactory(tls.getSocketFactory(), (X509TrustManager) managers.getTrustManagers()[0])
                .addInterceptor(chain -> chain.proceed(chain.request()
                        .newBuilder()
                        .url(chain.request()
                                .url()
                                .newBuilder()
                                .host(base.host())
                                .port(base.port())
                                .build())
                        .build()))
                .build();
        return new NativePayService.Builder()
                .config(config)
                .httpClient(new DefaultHttpClientBuilder()
                        .config(config)
                        .okHttpClient(http)
                        .build())
                .build();
    }

    /** A v2 query without the network: signed, written, verified, parsed, bound. */
    @Benchmark
    public PaymentOrder v2QueryOurs() {
        return v2.v2().pay().orderQuery(b -> b.outTradeNo(V3Order.OUT_TRADE_NO));
    }

    /** The same by WxJava, whose {@code post} returns the response at once. */
    @Benchmark
    public WxPayOrderQueryResult v2QueryWxJava() throws WxPayException {
        WxPayOrderQueryRequest request = new WxPayOrderQueryRequest();
        request.setOutTradeNo(V3Order.OUT_TRADE_NO);
        return wxJava.queryOrder(request);
    }

    /** A request of v3 as JSON, built and checked. */
    @Benchmark
    public String v3WriteOurs() {
        return order().toJson();
    }

    /** The same by the official SDK, which does not check it. */
    @Benchmark
    public String v3WriteOfficial() {
        return GsonUtil.toJson(officialOrder());
    }

    /** A response of v3. */
    @Benchmark
    public Transaction v3ReadOurs() {
        return Transaction.fromJson(V3Order.ORDER);
    }

    /** The same by the official SDK. */
    @Benchmark
    public com.wechat.pay.java.service.payments.model.Transaction v3ReadOfficial() {
        return GsonUtil.getGson().fromJson(V3Order.ORDER, com.wechat.pay.java.service.payments.model.Transaction.class);
    }

    /** A whole query of v3 over TLS on the loopback interface; the gateway's own work is part of it. */
    @Benchmark
    public Transaction v3CallOurs() {
        return V3Order.query(v3);
    }

    /** The same by the official SDK. */
    @Benchmark
    public com.wechat.pay.java.service.payments.model.Transaction v3CallOfficial() {
        return official.queryOrderByOutTradeNo(officialQuery);
    }
}
