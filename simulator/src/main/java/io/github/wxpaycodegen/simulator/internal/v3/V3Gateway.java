package io.github.wxpaycodegen.simulator.internal.v3;

import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.ResponseKind;
import io.github.wxpaycodegen.simulator.internal.bills.SampleFile;
import io.github.wxpaycodegen.simulator.internal.gateway.HandledRequest;
import io.github.wxpaycodegen.simulator.internal.gateway.ProtocolGateway;
import io.github.wxpaycodegen.simulator.internal.gateway.ReceivedRequest;
import io.github.wxpaycodegen.simulator.internal.gateway.ScriptedBehavior;
import io.github.wxpaycodegen.simulator.internal.gateway.SimulatorState;
import io.github.wxpaycodegen.simulator.internal.http.FileContent;
import io.github.wxpaycodegen.simulator.internal.http.Response;
import io.github.wxpaycodegen.simulator.internal.keys.Brand;
import io.github.wxpaycodegen.simulator.internal.keys.Identity;
import io.github.wxpaycodegen.simulator.internal.keys.PlatformKeys;
import io.github.wxpaycodegen.simulator.internal.keys.V3Caller;
import io.github.wxpaycodegen.simulator.internal.orders.Problem;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.orders.StatefulOperation;
import io.github.wxpaycodegen.simulator.internal.orders.StatefulOperations;
import io.github.wxpaycodegen.simulator.internal.specs.Operations;
import io.github.wxpaycodegen.simulator.internal.values.Flattened;
import io.github.wxpaycodegen.simulator.internal.values.ImpossibleChangeException;
import io.github.wxpaycodegen.simulator.internal.values.JsonText;
import io.github.wxpaycodegen.simulator.internal.values.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Validates v3 requests and produces the response, or the scripted behavior. */
public final class V3Gateway implements ProtocolGateway {
    private final V3RequestChecks checks;
    private final V3Responses responses;
    private final V3Certificates certificates;
    private final V3ResponseSigner signer;
    private final StatefulOperations stateful;
    private final V3Files files;

    private V3Gateway(
            V3RequestChecks checks,
            V3Responses responses,
            V3Certificates certificates,
            V3ResponseSigner signer,
            StatefulOperations stateful,
            V3Files files) {
        this.checks = checks;
        this.responses = responses;
        this.certificates = certificates;
        this.signer = signer;
        this.stateful = stateful;
        this.files = files;
    }

    /** Creates the gateway that the merchant calls. */
    public static V3Gateway ofMerchant(
            Operations operations, Identity identity, String appid, Clock clock, SimulatorState state) {
        return create(operations, identity.caller(), identity.platformKeys(), identity.v3Key(), appid, clock, state);
    }

    /** Creates the gateway that the brand calls. */
    public static V3Gateway ofBrand(
            Operations operations, Brand brand, String appid, Clock clock, SimulatorState state) {
        return create(operations, brand.caller(), brand.platformKeys(), brand.v3Key(), appid, clock, state);
    }

    private static V3Gateway create(
            Operations operations,
            V3Caller caller,
            PlatformKeys keys,
            String v3Key,
            String appid,
            Clock clock,
            SimulatorState state) {
        return new V3Gateway(
                new V3RequestChecks(operations, new V3AuthorizationCheck(caller, keys.serials(), clock), keys, caller),
                new V3Responses(operations, caller, appid),
                new V3Certificates(keys, v3Key),
                new V3ResponseSigner(keys, clock),
                state.operations(),
                new V3Files(operations.types(), state.bills(), state.links()));
    }

    /** One request on its way through the gateway. */
    private record Call(ReceivedRequest request, V3ValidationResult result, ScriptedBehavior behavior) {
        String uri() {
            return request.route().orElseThrow().endpoint().uri();
        }

        Operation operation() {
            return request.route()
                    .flatMap(route -> route.operation(request.head().method()))
                    .orElseThrow();
        }

        /** Returns all fields of the request by their path. */
        Map<String, String> fields() {
            return result.all();
        }

        /** Returns the declared fields by their path. The gateway ignores others, so they are not stored. */
        Map<String, String> declared() {
            return result.declared();
        }

        HandledRequest handled(Response response) {
            return handled(Map.of(), response);
        }

        HandledRequest handled(Map<String, String> responseFields, Response response) {
            return new HandledRequest(result.report(responseFields), response);
        }
    }

    @Override
    public HandledRequest handle(ReceivedRequest request, ScriptedBehavior behavior) {
        V3ValidationResult result = checks.check(request);
        if (result.error().isPresent()) {
            // The error for an invalid request does not depend on the behavior.
            return failed(
                    new Call(request, result, ScriptedBehavior.USUAL),
                    result.error().get());
        }
        Call call = new Call(request, result, behavior);
        if (behavior.v3Failure().isPresent()) {
            return failed(call, V3Error.of(behavior.v3Failure().get()));
        }
        try {
            return handled(call);
        } catch (ImpossibleChangeException e) {
            return call.handled(Response.impossible(e.ofResponse())).withError(e.ofResponse());
        }
    }

    private HandledRequest handled(Call call) {
        if (V3Certificates.isAt(call.uri())) {
            return certificates(call);
        }
        Optional<StatefulOperation> known = stateful.find(call.request().head().method(), call.uri());
        return known.isPresent() ? performed(call, known.get()) : echoed(call);
    }

    /** Returns the response for an operation that was not performed. */
    private HandledRequest failed(Call call, V3Error error) {
        return call.handled(document(call, error.status(), error.document()))
                .withError(error.code() + ": " + error.message());
    }

    private HandledRequest certificates(Call call) {
        if (!certificates.exist()) {
            return failed(call, V3Error.of(404, "RESOURCE_NOT_EXISTS", "无可用的平台证书"));
        }
        String type = call.result().query().getOrDefault("algorithm_type", "RSA");
        return call.handled(document(call, 200, certificates.document(type)));
    }

    private HandledRequest performed(Call call, StatefulOperation operation) {
        try {
            Map<String, String> values = operation.apply(call.declared());
            return call.operation().response().kind().isStatusOnly()
                    ? empty(call)
                    : json(call, responses.known(call.operation().response().shape(), values));
        } catch (ProblemException e) {
            return failed(call, V3Error.of(e));
        }
    }

    private HandledRequest echoed(Call call) {
        return switch (call.operation().response().kind()) {
            case JSON, XML -> echoedFields(call);
            case EMPTY, ACCEPTED -> empty(call);
            case STREAM -> file(call);
            case REDIRECT -> call.handled(Response.html(200, "OK"));
        };
    }

    private HandledRequest echoedFields(Call call) {
        ObjectNode plain = responses.plain(call.operation(), call.declared());
        try {
            String base = "https://" + call.request().head().header("host").orElse("localhost");
            files.complete(new V3Files.Query(base, call.operation(), call.fields()), plain);
        } catch (ProblemException e) {
            return failed(call, V3Error.of(e));
        }
        return json(call, plain);
    }

    private HandledRequest empty(Call call) {
        Response response = call.operation().response().kind() == ResponseKind.ACCEPTED
                ? Response.accepted()
                : Response.noContent();
        return call.handled(signed(call, response, new byte[0]));
    }

    private HandledRequest json(Call call, ObjectNode plain) {
        ObjectNode document = responses.encrypted(call.operation().response().shape(), plain);
        Response response = call.operation().security().responseUnsigned()
                ? unsigned(call, document)
                : document(call, 200, document);
        return call.handled(Flattened.of(plain), response);
    }

    /** Returns a file, which is not signed. The signature of a statement covers its digest. */
    private HandledRequest file(Call call) {
        Map<String, String> query = call.result().query();
        String packing = query.getOrDefault("tar_type", query.getOrDefault("tartype", ""));
        Optional<FileContent> content = files.find(query.getOrDefault("token", ""), "GZIP".equalsIgnoreCase(packing));
        if (content.isEmpty()) {
            return failed(call, V3Error.of(Problem.LINK_EXPIRED));
        }
        Response response = Response.file(content.get());
        if (call.operation().security().responseUnsigned()) {
            call.behavior().editHeaders(response.headers());
            return call.handled(response);
        }
        // The digest is that of the file before compression.
        String digest = SampleFile.bill().digest("SHA-1");
        response.headers().put("Wechatpay-Statement-Sha1", digest);
        byte[] signedBody = ("{\"sha1\":\"" + digest + "\"}").getBytes(StandardCharsets.UTF_8);
        return call.handled(signed(call, response, signedBody));
    }

    private Response document(Call call, int status, ObjectNode document) {
        call.behavior().beforeSigning(document);
        byte[] signedBody = JsonText.write(document);
        call.behavior().afterSigning(document);
        return signed(call, Response.json(status, JsonText.write(document)), signedBody);
    }

    private static Response unsigned(Call call, ObjectNode document) {
        call.behavior().beforeSigning(document);
        call.behavior().afterSigning(document);
        Response response = Response.json(200, JsonText.write(document));
        call.behavior().editHeaders(response.headers());
        return response;
    }

    private Response signed(Call call, Response response, byte[] signedBody) {
        Optional<String> asked = call.request().head().header("wechatpay-serial");
        response.headers().putAll(signer.sign(asked, signedBody, call.behavior().clockSkew()));
        call.behavior().editHeaders(response.headers());
        return response;
    }
}
