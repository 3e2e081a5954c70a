package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.model.BodyKind;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.ResponseKind;
import io.github.wxpaycodegen.runtime.file.DownloadedFile;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.simulator.RecordedCall;
import io.github.wxpaycodegen.simulator.Simulator;
import java.security.Security;
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

/**
 * Calls every operation of the index through the typed client, with all fields and with the required ones alone, and
 * compares, field by field, what arrived with what was given, and what was read with what was answered.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class WholeApiTest {
    /** What v2 messages have beside what their callers give, and other each time. */
    private static final List<String> SIGNATURE = List.of("sign", "nonce_str", "workwx_sign");

    private WholeClient client;
    private Simulator gateway;

    @BeforeAll
    void start() throws Exception {
        // For SM3, the digest of invoices.
        Security.addProvider(new BouncyCastleProvider());
        client = new WholeClient(config -> {});
        gateway = client.gateway();
    }

    @AfterAll
    void stop() {
        Security.removeProvider(BouncyCastleProvider.PROVIDER_NAME);
        client.close();
    }

    @Test
    void indexContainsEveryOperation() {
        assertThat(client.index().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        client.operations().map(WholeClient.Target::toString).toList());
    }

    @TestFactory
    Stream<DynamicTest> callsEveryOperationWithAllFields() {
        return operations(true);
    }

    @TestFactory
    Stream<DynamicTest> callsEveryOperationWithRequiredFields() {
        return operations(false);
    }

    private Stream<DynamicTest> operations(boolean everything) {
        return client.operations()
                .map(target -> DynamicTest.dynamicTest(target.toString(), () -> call(target, everything)));
    }

    private void call(WholeClient.Target target, boolean everything) throws Exception {
        Endpoint endpoint = target.endpoint();
        Operation operation = target.operation();
        WholeClient.Prepared prepared = client.prepare(target, everything);
        Object response = prepared.call(operation.method().name().toLowerCase(Locale.ROOT));
        if (operation.response().kind() == ResponseKind.REDIRECT) {
            assertThat(response.toString()).contains(endpoint.wirePath()).contains("?");
            return;
        }
        List<RecordedCall> calls = gateway.calls();
        RecordedCall recorded = calls.get(calls.size() - 1);
        assertThat(recorded.refusal()).isEmpty();
        // By their values: two URIs of the API differ in the name of a template segment alone.
        assertThat(recorded.pathValues().values())
                .containsExactlyInAnyOrderElementsOf(prepared.segments().values());
        assertThat(recorded.undeclaredFields()).isEmpty();
        compareRequest(endpoint, operation, prepared.made(), recorded);
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
}
