package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.generator.model.BodyKind;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.FillKey;
import io.github.wxpaycodegen.generator.model.Host;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.ResponseKind;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.file.DownloadedFile;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.simulator.RecordedCall;
import io.github.wxpaycodegen.simulator.Simulator;
import java.net.URI;
import java.security.Security;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/**
 * Calls every operation of the index through the typed client, with all fields and with the required ones alone, and
 * compares, field by field, what arrived with what was given, and what was read with what was answered.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class WholeApiTest {
    private static final String MCHID = "1230000109";
    /** What v2 messages have beside what their callers give, and other each time. */
    private static final List<String> SIGNATURE = List.of("sign", "nonce_str", "workwx_sign");

    private static final Map<FillKey, String> CONFIGURED = Map.of(
            FillKey.MCHID, MCHID,
            FillKey.APPID, "wxd678efh567hg6787",
            FillKey.SUB_MCHID, "1900000109",
            FillKey.SUB_APPID, "wx8888888888888888",
            FillKey.BRAND_ID, "120344");

    private Specs specs;
    private Simulator gateway;
    private WxPay pay;
    private Map<String, JsonNode> index;

    @BeforeAll
    void start() throws Exception {
        // For SM3, the digest of invoices.
        Security.addProvider(new BouncyCastleProvider());
        specs = TypedApi.bundledSpecs();
        index = TypedApi.index();
        gateway = Simulator.builder()
                .mchid(MCHID)
                .v2Key("integration-test-key-0123456789a")
                .brandId("120344")
                .workwxSecret("workwx-secret")
                .start();
        WxPayConfig.Builder config = gateway.config()
                .appid(CONFIGURED.get(FillKey.APPID))
                .subMchid(CONFIGURED.get(FillKey.SUB_MCHID))
                .subAppid(CONFIGURED.get(FillKey.SUB_APPID))
                .brandId(CONFIGURED.get(FillKey.BRAND_ID));
        hosts().forEach(host -> config.replaceHost(host, gateway.baseUri()));
        pay = WxPay.create(config.build());
    }

    @AfterAll
    void stop() {
        Security.removeProvider(BouncyCastleProvider.PROVIDER_NAME);
        pay.close();
        gateway.close();
    }

    @Test
    void theIndexHasEveryOperationOfTheSpecs() {
        List<String> described = new ArrayList<>();
        specs.endpoints().forEach(endpoint -> endpoint.operations()
                .forEach(operation -> described.add(operation.method() + " /" + endpoint.uri())));
        assertThat(index.keySet()).containsExactlyInAnyOrderElementsOf(described);
    }

    @TestFactory
    Stream<DynamicTest> everyOperationWithAllItsFields() {
        return operations(true);
    }

    @TestFactory
    Stream<DynamicTest> everyOperationWithItsRequiredFields() {
        return operations(false);
    }

    private Stream<DynamicTest> operations(boolean everything) {
        return specs.endpoints().stream().flatMap(endpoint -> endpoint.operations().stream()
                .map(operation -> DynamicTest.dynamicTest(
                        operation.method() + " /" + endpoint.uri(), () -> call(endpoint, operation, everything))));
    }

    private void call(Endpoint endpoint, Operation operation, boolean everything) throws Exception {
        RequestMaker maker = new RequestMaker(specs, CONFIGURED, everything);
        JsonNode entry = index.get(operation.method() + " /" + endpoint.uri());
        Class<?> requestClass = Class.forName(entry.get("request").asString());
        RequestMaker.Made made = maker.make(operation, requestClass);
        Map<String, String> segments = new HashMap<>();
        operation.request().path().forEach(field -> segments.put(field.name(), maker.segment(field)));
        Object place = TypedApi.place(pay, endpoint, segments);
        String method = operation.method().name().toLowerCase(Locale.ROOT);
        Object response = TypedApi.call(place, method, made.request());
        if (operation.response().kind() == ResponseKind.REDIRECT) {
            assertThat(response.toString()).contains(endpoint.wirePath()).contains("?");
            return;
        }
        List<RecordedCall> calls = gateway.calls();
        RecordedCall recorded = calls.get(calls.size() - 1);
        assertThat(recorded.refusal()).isEmpty();
        // By their values: two URIs of the API differ in the name of a template segment alone.
        assertThat(recorded.pathValues().values()).containsExactlyInAnyOrderElementsOf(segments.values());
        assertThat(recorded.undeclaredFields()).isEmpty();
        compareRequest(endpoint, operation, made, recorded);
        if (response instanceof Message message) {
            Map<String, String> read = FlatFields.of(message);
            SIGNATURE.forEach(read::remove);
            assertThat(message.unknownFields().names())
                    .as("what the response could not read")
                    .isSubsetOf("sign", "nonce_str", "return_code");
            Map<String, String> answered = new HashMap<>(FlatFields.opened(recorded.responseFields(), read));
            answered.keySet().removeAll(message.unknownFields().names());
            SIGNATURE.forEach(answered::remove);
            if (isEchoed(endpoint)) {
                assertThat(read).isEqualTo(answered);
            }
        } else {
            assertThat(((DownloadedFile) response).size()).isPositive();
        }
    }

    /** The gateway's own certificates are what they are. */
    private static boolean isEchoed(Endpoint endpoint) {
        return !endpoint.uri().endsWith("/certificates");
    }

    private void compareRequest(Endpoint endpoint, Operation operation, RequestMaker.Made made, RecordedCall recorded) {
        boolean v2 = endpoint.uri().startsWith("v2/");
        Map<String, String> body = new HashMap<>(recorded.fields());
        Map<String, String> query = made.query().texts();
        operation.request().given().stream()
                .filter(field -> field.source().digest().isPresent()
                        || field.wire().signed().isPresent())
                .forEach(field -> body.remove(field.name()));
        if (v2) {
            SIGNATURE.forEach(body::remove);
            // The simulator does not list a file among the fields of v2.
            operation.request().given().stream()
                    .filter(field -> field.type() == FieldType.Scalar.FILE)
                    .forEach(field -> made.body().texts().remove(field.name()));
        }
        if (v2 && operation.request().body() == BodyKind.NONE) {
            assertThat(FlatFields.opened(body, query)).isEqualTo(query);
        } else {
            Map<String, String> expected = made.body().texts();
            assertThat(FlatFields.opened(body, expected)).isEqualTo(expected);
            compareQuery(v2, query, recorded);
        }
        made.headers().texts().forEach((name, value) -> assertThat(
                        recorded.headers().get(name.toLowerCase(Locale.ROOT)))
                .containsExactly(value));
    }

    /** Beside a v2 body the simulator has the query as it came. */
    private static void compareQuery(boolean v2, Map<String, String> expected, RecordedCall recorded) {
        if (v2) {
            expected.forEach((name, value) -> assertThat(recorded.query()).contains(name + "=" + value));
        } else {
            assertThat(FlatFields.opened(recorded.queryFields(), expected)).isEqualTo(expected);
        }
    }

    private List<URI> hosts() {
        return specs.endpoints().stream()
                .flatMap(endpoint -> endpoint.operations().stream())
                .flatMap(operation -> operation.hosts().stream())
                .map(Host::url)
                .distinct()
                .map(URI::create)
                .toList();
    }
}
