package io.github.wxpaycodegen.junit;

import io.github.wxpaycodegen.runtime.WxPayClient;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import java.net.URI;

/** A client like a generated one: it has a method {@code create(WxPayConfig)}. */
public final class Shop implements AutoCloseable {
    public static final String NATIVE = "/v3/pay/transactions/native";

    private static final URI NOWHERE = URI.create("http://localhost:1/none");

    private final WxPayClient client;
    private final WxPayConfig config;
    private volatile boolean closed;

    private Shop(WxPayConfig config) {
        this.config = config;
        this.client = WxPayClient.create(config);
    }

    public static Shop create(WxPayConfig config) {
        return new Shop(config);
    }

    public WxPayConfig config() {
        return config;
    }

    public boolean isClosed() {
        return closed;
    }

    public void order(String outTradeNo) {
        order(outTradeNo, 100, NOWHERE);
    }

    public void order(String outTradeNo, int total, URI notifyUrl) {
        client.context()
                .raw()
                .v3("POST", NATIVE)
                .json("{\"appid\":\"wx8888888888888888\",\"mchid\":\"" + config.mchid()
                        + "\",\"description\":\"umbrella\",\"out_trade_no\":\"" + outTradeNo + "\",\"notify_url\":\""
                        + notifyUrl + "\",\"amount\":{\"total\":" + total + "}}")
                .send();
    }

    public void query(String outTradeNo) {
        client.context()
                .raw()
                .v3("GET", "/v3/pay/transactions/out-trade-no/" + outTradeNo)
                .query("mchid", String.valueOf(config.mchid()))
                .send();
    }

    @Override
    public void close() {
        closed = true;
        client.close();
    }
}
