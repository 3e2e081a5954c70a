package io.github.wxpaycodegen.simulator.internal.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.simulator.Client;
import io.github.wxpaycodegen.simulator.Receiver;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.Simulators;
import io.github.wxpaycodegen.simulator.V3Client;
import io.github.wxpaycodegen.simulator.internal.specs.SpecLoader;
import io.github.wxpaycodegen.simulator.internal.specs.Types;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A merchant at a simulator that remembers, with both protocols and a receiver of notifications. */
public final class Shop implements AutoCloseable {
    public static final String APPID = "wxd678efh567hg6787";

    public final Simulator gateway =
            Simulators.bundledBuilder().rememberOrders().start();
    final Receiver receiver = new Receiver();
    private final V3Client v3 = new V3Client(gateway);
    private final Client v2 = Client.withCertificate(gateway);

    /** Posts JSON, which may be written with single quotes. */
    public JsonNode post(String path, String json) throws Exception {
        return accepted(v3.post(path, quoted(json)).send());
    }

    public JsonNode get(String path) throws Exception {
        return accepted(v3.get(path).send());
    }

    /** Posts what has an empty response. */
    public void send(String path, String json) throws Exception {
        assertThat(v3.post(path, quoted(json)).send().statusCode()).isEqualTo(204);
    }

    /** Calls with another method, which has an empty response or JSON. */
    HttpResponse<byte[]> call(String method, String path, String json) throws Exception {
        V3Client.Request request = v3.request(method, path);
        return (json.isEmpty() ? request : request.body(quoted(json))).send();
    }

    /** Decrypts a field of a response. */
    String decrypt(JsonNode ciphertext) throws Exception {
        return v3.decrypt(ciphertext.asString());
    }

    /** Returns the paths of the required fields that the response of an operation lacks. */
    public static List<String> missing(String uri, String method, JsonNode response) {
        Specs specs = SpecLoader.bundled();
        ObjectShape shape = specs.endpoints().stream()
                .filter(endpoint -> endpoint.uri().equals(uri))
                .flatMap(endpoint -> endpoint.operations().stream())
                .filter(operation -> operation.method().name().equals(method))
                .findFirst()
                .orElseThrow()
                .response()
                .shape();
        return missing(new Types(specs.types()), shape, "", response);
    }

    private static List<String> missing(Types types, ObjectShape shape, String path, JsonNode object) {
        List<String> missing = new ArrayList<>();
        for (Field field : shape.fields()) {
            JsonNode value = object.path(field.name());
            String at = path + field.name();
            if (value.isMissingNode() && field.required()) {
                missing.add(at);
            }
            Optional<ObjectShape> inner = types.objectOf(field);
            if (inner.isPresent() && value.isObject()) {
                missing.addAll(missing(types, inner.get(), at + ".", value));
            }
            if (inner.isPresent() && value.isArray()) {
                value.forEach(element -> missing.addAll(missing(types, inner.get(), at + "[].", element)));
            }
        }
        return missing;
    }

    /** Posts without a body. */
    JsonNode postEmpty(String path) throws Exception {
        return accepted(v3.request("POST", path).send());
    }

    /** Requests a bill, and downloads it. */
    String bill(String path) throws Exception {
        String url = get(path).get("download_url").asString();
        byte[] content = v3.get(url.substring(gateway.baseUri().toString().length()))
                .send()
                .body();
        return new String(content, StandardCharsets.UTF_8);
    }

    /** Returns the day of the simulator's clock in Beijing. */
    String today() {
        return BeijingTime.day(gateway.time()).toString();
    }

    /** Moves the clock to a noon in Beijing, so that the day does not end in the middle of a test. */
    void awaitNoon() {
        Instant now = gateway.time();
        Instant noon = BeijingTime.midnight(BeijingTime.day(now).plusDays(1)).plus(Duration.ofHours(12));
        gateway.advance(Duration.between(now, noon));
    }

    private static JsonNode accepted(HttpResponse<byte[]> response) {
        assertThat(response.statusCode())
                .as(new String(response.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return V3Client.json(response);
    }

    public void refusesPost(String path, String json, int status, String code) throws Exception {
        V3Client.Request request = json.isEmpty() ? v3.request("POST", path) : v3.post(path, quoted(json));
        refused(request.send(), status, code);
    }

    public void refusesGet(String path, int status, String code) throws Exception {
        refused(v3.get(path).send(), status, code);
    }

    private static void refused(HttpResponse<byte[]> response, int status, String code) {
        assertThat(response.statusCode())
                .as(new String(response.body(), StandardCharsets.UTF_8))
                .isEqualTo(status);
        assertThat(V3Client.json(response).get("code").asString()).isEqualTo(code);
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }

    /** Calls v2, with names and values by turns. */
    public Map<String, String> v2(String path, String... fields) throws Exception {
        return Client.read(xml(path, fields));
    }

    /** Calls v2, and returns the document. */
    String xml(String path, String... fields) throws Exception {
        Map<String, String> all = Client.fields("nonce_str", "ibuaiVcKdpRxkhJA");
        all.putAll(Client.fields(fields));
        return v2.post(path, all).body();
    }

    /** Calls v2 with the second signature of WeCom, over some of the fields and the nonce. */
    Map<String, String> work(String path, String nonce, String signed, String... fields) throws Exception {
        Map<String, String> all = Client.fields(fields);
        all.put("nonce_str", nonce);
        Client.signForWorkwx(all, List.of((signed + ",nonce_str").split(",")));
        return Client.read(v2.post(path, all));
    }

    /** Returns names and values of v2 fields, one list after the other. */
    static String[] concat(String[] first, String[] second) {
        String[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    /** Places a v3 order of 100 fen, lets it be paid, and returns its transaction id. */
    public String pay(String number, String settleInfo) throws Exception {
        order(number, settleInfo);
        return gateway.orders().pay(number);
    }

    /** Places a v3 order of 100 fen. */
    public JsonNode order(String number, String settleInfo) throws Exception {
        return post("/v3/pay/transactions/native", """
                {'appid': '%s', 'mchid': '%s', 'description': 'tea', 'out_trade_no': '%s', 'notify_url': 'https://localhost:1/none',
                'amount': {'total': 100}, 'settle_info': {%s}}
                """.formatted(APPID, Client.MCHID, number, settleInfo));
    }

    /** Refunds a part of an order of 100 fen. */
    public static String refund(String number, String refundNumber, int amount) {
        return """
                {'out_trade_no': '%s', 'out_refund_no': '%s', 'amount': {'refund': %d, 'total': 100, 'currency': 'CNY'}}
                """.formatted(number, refundNumber, amount);
    }

    /** Waits for the next notification, and returns its content. */
    JsonNode notified(String eventType) throws Exception {
        Receiver.Received next = receiver.next();
        assertThat(next.json().get("event_type").asString()).isEqualTo(eventType);
        return next.resource(gateway.v3Key());
    }

    @Override
    public void close() {
        gateway.close();
        receiver.close();
    }
}
