package io.github.wxpaycodegen.sample;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.FillKey;
import io.github.wxpaycodegen.generator.model.Host;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.simulator.Simulator;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A client whose configuration is complete, so that it can call every operation: one simulator serves all hosts. */
final class WholeClient implements AutoCloseable {
    private static final Map<FillKey, String> CONFIGURED = Map.of(
            FillKey.MCHID, Gateway.MCHID,
            FillKey.APPID, Gateway.APPID,
            FillKey.SUB_MCHID, "1900000109",
            FillKey.SUB_APPID, "wx8888888888888888",
            FillKey.BRAND_ID, "120344");

    private final Specs specs = TypedApi.bundledSpecs();
    private final Map<String, JsonNode> index = TypedApi.index();
    private final Simulator gateway;
    private final WxPay pay;

    /** Starts the simulator, and creates the client with a changed configuration. */
    WholeClient(Consumer<WxPayConfig.Builder> change) throws Exception {
        gateway = Simulator.builder()
                .mchid(Gateway.MCHID)
                .v2Key("integration-test-key-0123456789a")
                .brandId(CONFIGURED.get(FillKey.BRAND_ID))
                .workwxSecret("workwx-secret")
                .start();
        WxPayConfig.Builder config = gateway.config()
                .appid(Gateway.APPID)
                .subMchid(CONFIGURED.get(FillKey.SUB_MCHID))
                .subAppid(CONFIGURED.get(FillKey.SUB_APPID));
        specs.endpoints().stream()
                .flatMap(endpoint -> endpoint.operations().stream())
                .flatMap(operation -> operation.hosts().stream())
                .map(Host::url)
                .distinct()
                .forEach(host -> config.replaceHost(URI.create(host), gateway.baseUri()));
        change.accept(config);
        pay = WxPay.create(config.build());
    }

    /** An operation and its endpoint. */
    record Target(Endpoint endpoint, Operation operation) {
        /** The name in the index: {@code POST /v2/wxv/cancelbill}. */
        @Override
        public String toString() {
            return operation.method() + " /" + endpoint.uri();
        }
    }

    /** A request of an operation, and the place in the chain from which it can be called. */
    record Prepared(Object place, Map<String, String> segments, RequestMaker.Made made) {
        Message request() {
            return made.request();
        }

        Object call(String method) throws Exception {
            return TypedApi.call(place, method, request());
        }
    }

    Simulator gateway() {
        return gateway;
    }

    WxPay pay() {
        return pay;
    }

    /** The index of the generated jar. */
    Map<String, JsonNode> index() {
        return index;
    }

    Stream<Target> operations() {
        return specs.endpoints().stream()
                .flatMap(endpoint -> endpoint.operations().stream().map(operation -> new Target(endpoint, operation)));
    }

    /**
     * Makes a request of an operation.
     *
     * @param everything whether optional fields are given too
     */
    Prepared prepare(Target target, boolean everything) throws Exception {
        RequestMaker maker = new RequestMaker(specs, CONFIGURED, everything);
        JsonNode entry = Objects.requireNonNull(index.get(target.toString()));
        RequestMaker.Made made = maker.make(
                target.operation(), Class.forName(entry.get("request").asString()));
        Map<String, String> segments = new HashMap<>();
        target.operation().request().path().forEach(field -> segments.put(field.name(), maker.segment(field)));
        return new Prepared(TypedApi.place(pay, target.endpoint(), segments), segments, made);
    }

    @Override
    public void close() {
        pay.close();
        gateway.close();
    }
}
