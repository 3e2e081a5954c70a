package io.github.wxpaycodegen.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.model.BodyKind;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.generator.model.ResponseKind;
import io.github.wxpaycodegen.generator.model.Root;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.simulator.internal.specs.SpecLoader;
import io.github.wxpaycodegen.simulator.internal.specs.Types;
import io.github.wxpaycodegen.simulator.internal.v3.V3Certificates;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each operation of the specs accepts a request with all fields, and responds with all fields and the repeated ones. */
class EveryOperationTest {
    /** Of a success, or of what a test is to compare. */
    private static final Set<String> NOT_ANSWERED =
            Set.of("err_code", "err_code_des", "error_code", "error_code_des", "sign");
    /** The optional fields of other roles than the caller's, and of failures. */
    private static final Pattern PERHAPS_OMITTED = Pattern.compile(
            "(sp|sub)_.*|mch_?id|appid|openid|(.*_)?(fail|failed|close|reject|err|error)_.*|audit_detail");

    @Test
    void acceptsAndRespondsToBundledOperations() throws Exception {
        try (Simulator simulator =
                Simulators.bundledBuilder().brandId(Simulators.BRAND_ID).start()) {
            assertThat(new Round(simulator, SpecLoader.bundled()).failures()).isEmpty();
        }
    }

    @Test
    void acceptsAndRespondsToTestOperations() throws Exception {
        try (Simulator simulator =
                Simulators.playBuilder().brandId(Simulators.BRAND_ID).start()) {
            Specs specs = SpecLoader.ofDirectory(Simulators.resource("/specs"));
            assertThat(new Round(simulator, specs).failures()).isEmpty();
        }
    }

    /** One call of each operation. */
    private static final class Round {
        private final Simulator simulator;
        private final Specs specs;
        private final Client v2;
        private final V3Client v3;
        private final SampleRequests requests;
        private final SampleRequests brandRequests;

        Round(Simulator simulator, Specs specs) throws Exception {
            this.simulator = simulator;
            this.specs = specs;
            this.v2 = Client.withCertificate(simulator);
            this.v3 = new V3Client(simulator);
            this.requests = requests(Root.V3, Client.MCHID, simulator.publicKeyPem());
            this.brandRequests = requests(Root.BRAND, Simulators.BRAND_ID, simulator.brandPublicKeyPem());
        }

        private SampleRequests requests(Root root, String callerId, String publicKeyPem) throws Exception {
            PublicKey publicKey = V3Client.publicKey(publicKeyPem);
            PublicKey v2Key = V3Client.rsaPublicKey(simulator.encryptionKeyPem());
            return new SampleRequests(
                    new Types(specs.types()),
                    root,
                    callerId,
                    text -> v3.encrypt(v2Key, text),
                    text -> v3.encrypt(publicKey, text));
        }

        List<String> failures() throws Exception {
            List<String> failures = new ArrayList<>();
            for (Endpoint endpoint : specs.endpoints()) {
                for (Operation operation : endpoint.operations()) {
                    if (endpoint.protocol() == Protocol.V2) {
                        callV2(endpoint, operation);
                    } else {
                        callV3(endpoint, operation);
                    }
                    RecordedCall call = simulator.calls().get(simulator.calls().size() - 1);
                    call.refusal().ifPresent(refusal -> failures.add(call + " " + refusal));
                    missing(operation, call).forEach(name -> failures.add(call + " answers no " + name));
                    placeholders(call).forEach(name -> failures.add(call + " answers no time in " + name));
                    notRepeated(operation, call).forEach(name -> failures.add(call + " does not repeat " + name));
                }
            }
            return failures;
        }

        private static List<String> missing(Operation operation, RecordedCall call) {
            boolean answersFields = operation.response().kind() == ResponseKind.JSON
                    || operation.response().kind() == ResponseKind.XML;
            return operation.response().shape().fields().stream()
                    .filter(field -> answersFields && !field.indexed())
                    .filter(field -> field.required()
                            || !PERHAPS_OMITTED.matcher(field.name()).matches())
                    .map(Field::name)
                    .filter(name -> !NOT_ANSWERED.contains(name)
                            && !V3Certificates.isAt(call.path().substring(1)))
                    .filter(name -> call.responseFields().keySet().stream()
                            .noneMatch(path ->
                                    path.equals(name) || path.startsWith(name + ".") || path.startsWith(name + "[")))
                    .toList();
        }

        /** The times and dates that a client cannot parse. */
        private static List<String> placeholders(RecordedCall call) {
            return call.responseFields().entrySet().stream()
                    .filter(field -> field.getKey().matches(".*_(time|date)")
                            && field.getValue().startsWith("sample"))
                    .map(Map.Entry::getKey)
                    .toList();
        }

        private static List<String> notRepeated(Operation operation, RecordedCall call) {
            Map<String, String> asked = new HashMap<>(call.fields());
            asked.putAll(call.queryFields());
            asked.putAll(call.pathValues());
            return operation.effects().echoes().stream()
                    .filter(name -> !asked.containsKey(name)
                            || !asked.get(name).equals(call.responseFields().get(name)))
                    .toList();
        }

        private void callV2(Endpoint endpoint, Operation operation) throws Exception {
            Map<String, String> fields = requests.v2(operation);
            if (!operation.security().nonceless()) {
                fields.put("nonce_str", "n");
            }
            if (!operation.security().workwxSigned().isEmpty()) {
                Client.signForWorkwx(fields, operation.security().workwxSigned());
            }
            Map<String, String> signed = Client.signed(fields);
            HttpRequest.Builder request;
            if (operation.request().body() == BodyKind.NONE) {
                String query = signed.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
                request = v2.request(endpoint.wirePath() + "?" + query).GET();
            } else if (operation.request().body() == BodyKind.XML) {
                request = v2.request(endpoint.wirePath()).POST(HttpRequest.BodyPublishers.ofString(Client.xml(signed)));
            } else {
                request = v2.request(endpoint.wirePath())
                        .setHeader("Content-Type", "multipart/form-data; boundary=b")
                        .POST(HttpRequest.BodyPublishers.ofString(multipart(operation, signed)));
            }
            v2.sendForBytes(request);
        }

        private void callV3(Endpoint endpoint, Operation operation) throws Exception {
            boolean brand = endpoint.root() == Root.BRAND;
            SampleRequests values = brand ? brandRequests : requests;
            V3Client.Request request =
                    v3.request(operation.method().name(), values.target(endpoint.wirePath(), operation));
            operation.request().headers().stream()
                    .filter(field -> !field.name().equals("Wechatpay-Serial"))
                    .forEach(field -> request.header(field.name(), values.text(field)));
            request.header("Wechatpay-Serial", simulator.publicKeyId());
            if (brand) {
                request.asBrand();
            }
            String json = values.json(operation).toString();
            if (operation.request().body() == BodyKind.JSON) {
                request.body(json);
            } else if (operation.request().body() == BodyKind.MULTIPART) {
                request.header("Content-Type", "multipart/form-data; boundary=b")
                        .body(multipart(operation, Map.of("meta", json)).getBytes(StandardCharsets.UTF_8))
                        .signedBody(json);
            }
            var answer = request.send();
            if (!operation.security().responseUnsigned() && operation.response().kind() == ResponseKind.JSON) {
                assertThat(brand ? v3.isSignedForBrand(answer) : v3.isRightlySigned(answer))
                        .as(endpoint.uri())
                        .isTrue();
            }
        }

        private static String multipart(Operation operation, Map<String, String> parts) {
            StringBuilder body = new StringBuilder();
            parts.forEach((name, value) -> body.append(
                    "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n"));
            Field file = operation.request().shape().fields().stream()
                    .filter(field -> field.type() == FieldType.Scalar.FILE)
                    .findFirst()
                    .orElseThrow();
            String mediaType = file.limits().file().mediaTypes().isEmpty()
                    ? "image/jpeg"
                    : file.limits().file().mediaTypes().get(0);
            return body + "--b\r\nContent-Disposition: form-data; name=\"" + file.name()
                    + "\"; filename=\"a.jpg\"\r\nContent-Type: " + mediaType + "\r\n\r\n"
                    + new String(SampleRequests.FILE, StandardCharsets.UTF_8) + "\r\n--b--\r\n";
        }
    }
}
