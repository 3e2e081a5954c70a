package io.github.wxpaycodegen.micrometer;

import io.github.wxpaycodegen.runtime.CallListener;
import io.github.wxpaycodegen.runtime.WxPayClient;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.message.FieldWriter;
import io.github.wxpaycodegen.runtime.message.SentMessage;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import io.github.wxpaycodegen.simulator.Simulator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** Calls that a generated client would make, to a simulator. */
final class Payments implements AutoCloseable {
    static final String MCHID = "1230000109";
    static final String URI = "/v3/pay/transactions/id/{transaction_id}";

    private static final Operation<Query, String> OPERATION = Operation.<Query, String>v3(
                    HttpMethod.GET, URI, fields -> "")
            .traits(Trait.READ_ONLY)
            .title("微信支付订单号查询订单")
            .build();

    private static final AtomicLong ORDERS = new AtomicLong(4200000001L);

    private final WxPayClient client;
    private final String order = String.valueOf(ORDERS.getAndIncrement());

    private Payments(WxPayConfig config) {
        this.client = WxPayClient.create(config);
    }

    static Simulator gateway() {
        return Simulator.builder()
                .mchid(MCHID)
                .v2Key("integration-test-key-0123456789a")
                .start();
    }

    static Payments of(Simulator gateway, CallListener listener) {
        return new Payments(gateway.config().listener(listener).build());
    }

    static Payments of(WxPayConfig config) {
        return new Payments(config);
    }

    WxPayClient client() {
        return client;
    }

    /** The number of the order that is queried, which no other object queries. */
    String order() {
        return order;
    }

    /** Where it is queried. */
    String path() {
        return "/v3/pay/transactions/id/" + order;
    }

    void query() {
        client.context().at("transaction_id", order).call(OPERATION, new Query());
    }

    CompletableFuture<String> queryAsync() {
        return client.context().at("transaction_id", order).callAsync(OPERATION, new Query());
    }

    /** The same query, of which the client knows nothing but its path. */
    void queryWithoutSpec() {
        client.context().raw().v3("GET", path()).query("mchid", MCHID).send();
    }

    @Override
    public void close() {
        client.close();
    }

    private static final class Query extends SentMessage {
        @Override
        protected void writeFields(FieldWriter out) {
            out.query().string("mchid", MCHID);
        }
    }
}
