package io.github.wxpaycodegen.simulator.internal.v2;

import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.ResponseKind;
import io.github.wxpaycodegen.simulator.internal.bills.BillFiles;
import io.github.wxpaycodegen.simulator.internal.gateway.HandledRequest;
import io.github.wxpaycodegen.simulator.internal.gateway.ProtocolGateway;
import io.github.wxpaycodegen.simulator.internal.gateway.ReceivedRequest;
import io.github.wxpaycodegen.simulator.internal.gateway.ScriptedBehavior;
import io.github.wxpaycodegen.simulator.internal.gateway.SimulatorState;
import io.github.wxpaycodegen.simulator.internal.http.FileContent;
import io.github.wxpaycodegen.simulator.internal.http.Response;
import io.github.wxpaycodegen.simulator.internal.keys.Identity;
import io.github.wxpaycodegen.simulator.internal.keys.Nonces;
import io.github.wxpaycodegen.simulator.internal.keys.PemText;
import io.github.wxpaycodegen.simulator.internal.keys.PlatformKeys;
import io.github.wxpaycodegen.simulator.internal.orders.Problem;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.orders.StatefulOperation;
import io.github.wxpaycodegen.simulator.internal.orders.StatefulOperations;
import io.github.wxpaycodegen.simulator.internal.specs.Operations;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import io.github.wxpaycodegen.simulator.internal.values.Flattened;
import io.github.wxpaycodegen.simulator.internal.values.ImpossibleChangeException;
import io.github.wxpaycodegen.simulator.internal.values.JsonText;
import io.github.wxpaycodegen.simulator.internal.values.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Validates v2 requests and produces the response, or the scripted behavior. */
public final class V2Gateway implements ProtocolGateway {
    /** The operation that returns the public key for encrypted request fields. */
    private static final String PUBLIC_KEY_URI = "v2/risk/getpublickey";

    private static final String PUBLIC_KEY = "pub_key";

    private final PlatformKeys keys;
    private final V2RequestChecks checks;
    private final V2Responses responses;
    private final String v2Key;
    private final StatefulOperations stateful;
    private final BillFiles bills;

    /** Creates the gateway that a merchant calls. */
    public V2Gateway(
            Operations operations, Identity identity, String appid, String workwxSecret, SimulatorState state) {
        String mchid = identity.mchid();
        this.keys = identity.platformKeys();
        this.v2Key = identity.v2Key();
        this.checks = new V2RequestChecks(operations, mchid, v2Key, workwxSecret, keys);
        this.responses =
                new V2Responses(operations, mchid, appid, identity.caller().publicKey());
        this.stateful = state.operations();
        this.bills = state.bills();
    }

    /** One request on its way through the gateway. */
    private record Call(ReceivedRequest request, V2ValidationResult result, ScriptedBehavior behavior) {
        Operation operation() {
            return result.operation().orElseThrow();
        }

        String uri() {
            return request.route().orElseThrow().endpoint().uri();
        }

        HandledRequest handled(Map<String, String> responseFields, Response response) {
            return new HandledRequest(result.report(request.head(), responseFields), response);
        }
    }

    @Override
    public HandledRequest handle(ReceivedRequest request, ScriptedBehavior behavior) {
        V2ValidationResult result = checks.check(request);
        if (result.refusal().isPresent()) {
            return refused(request, result, result.refusal().get());
        }
        Call call = new Call(request, result, behavior);
        if (behavior.v2Failure().isPresent()) {
            return failed(call, V2Refusal.Business.of(behavior.v2Failure().get()));
        }
        Optional<StatefulOperation> known = stateful.find(request.head().method(), call.uri());
        try {
            return known.isPresent() ? performed(call, known.get()) : echoed(call);
        } catch (ImpossibleChangeException e) {
            return call.handled(Map.of(), Response.impossible(e.ofResponse())).withError(e.ofResponse());
        }
    }

    private HandledRequest refused(ReceivedRequest request, V2ValidationResult result, V2Refusal refusal) {
        // The error for an invalid request does not depend on the behavior.
        Call call = new Call(request, result, ScriptedBehavior.USUAL);
        if (refusal instanceof V2Refusal.Http page) {
            return call.handled(Map.of(), Response.html(page.status(), page.title()));
        }
        if (result.operation().filter(V2Gateway::hasJsonResponse).isPresent()) {
            return json(call, V2Responses.jsonFailure(refusal));
        }
        if (refusal instanceof V2Refusal.Protocol failure) {
            return call.handled(Map.of(), Response.xml(V2XmlWriter.write(V2Responses.failure(failure))));
        }
        V2Refusal.Business failure = (V2Refusal.Business) refusal;
        return hasResultCode(call.operation())
                ? failed(call, failure)
                : call.handled(Map.of(), noBill(Problem.BAD_DATE.v2Code(), failure.description()));
    }

    /** Returns the response for an operation that was not performed. */
    private HandledRequest failed(Call call, V2Refusal.Business failure) {
        if (hasJsonResponse(call.operation())) {
            return json(call, V2Responses.jsonFailure(failure)).withError(failure.text());
        }
        Map<String, String> fields =
                responses.failure(call.operation(), failure, call.result().fields());
        return call.handled(Map.of(), signed(call, fields, new ObjectNode())).withError(failure.text());
    }

    private HandledRequest performed(Call call, StatefulOperation operation) {
        try {
            Map<String, String> values = operation.apply(content(call.result()));
            if (call.operation().response().kind() == ResponseKind.REDIRECT) {
                return call.handled(Map.of(), Response.html(200, "OK"));
            }
            return succeeded(
                    call,
                    responses.known(call.operation(), call.result().fields(), values),
                    responses.knownNested(call.operation(), values));
        } catch (ProblemException e) {
            return failed(call, V2Refusal.Business.of(e.problem()));
        }
    }

    /** Returns the declared fields, without those that differ between repetitions of a request. */
    private static Map<String, String> content(V2ValidationResult result) {
        Map<String, String> fields = declared(result);
        fields.keySet().removeAll(Set.of("sign", "nonce_str", "workwx_sign"));
        return fields;
    }

    private static Map<String, String> declared(V2ValidationResult result) {
        Map<String, String> fields = new LinkedHashMap<>(result.fields());
        fields.keySet().removeAll(result.undeclared());
        return fields;
    }

    private HandledRequest echoed(Call call) {
        Operation operation = call.operation();
        return switch (operation.response().kind()) {
            case JSON -> json(call, responses.jsonSuccess(operation));
            case STREAM -> bill(call);
            case REDIRECT -> call.handled(Map.of(), Response.html(200, "OK"));
            case XML, EMPTY, ACCEPTED -> {
                Map<String, String> fields = responses.success(operation, declared(call.result()));
                if (call.uri().equals(PUBLIC_KEY_URI)) {
                    fields.put(PUBLIC_KEY, PemText.rsaPublicKey(keys.v2Keys().getPublic()));
                }
                yield succeeded(call, fields, responses.nested(call.operation()));
            }
        };
    }

    private HandledRequest succeeded(Call call, Map<String, String> fields, ObjectNode nested) {
        fields.remove("sign");
        fields.computeIfPresent("nonce_str", (name, sample) -> Nonces.next());
        Map<String, String> responseFields = new LinkedHashMap<>(fields);
        responseFields.putAll(Flattened.of(nested));
        responses.encrypt(call.operation(), fields);
        return call.handled(responseFields, signed(call, fields, nested));
    }

    /** Returns a bill, or XML that reports that there is none; both have status 200. */
    private HandledRequest bill(Call call) {
        Map<String, String> request = call.result().fields();
        try {
            FileContent plain = bills.find(
                    call.operation().response().file(),
                    BeijingTime.v2Day(request.getOrDefault("bill_date", "")),
                    request.getOrDefault("bill_type", "ALL"));
            return call.handled(Map.of(), Response.file("GZIP".equals(request.get("tar_type")) ? plain.gzip() : plain));
        } catch (ProblemException e) {
            V2Refusal.Business failure = V2Refusal.Business.of(e.problem());
            return call.handled(Map.of(), noBill(failure.code(), failure.description()))
                    .withError(failure.text());
        }
    }

    private static Response noBill(String code, String description) {
        Map<String, String> failure = V2Responses.failure(new V2Refusal.Protocol(description));
        failure.put("error_code", code);
        return Response.xml(V2XmlWriter.write(failure));
    }

    /** Returns true if failures have a {@code result_code}; those of some files, such as trade bills, do not. */
    private static boolean hasResultCode(Operation operation) {
        return operation.response().kind() != ResponseKind.STREAM
                || operation.response().errorFields().stream()
                        .anyMatch(field -> field.name().equals("result_code"));
    }

    private static HandledRequest json(Call call, ObjectNode document) {
        Map<String, String> fields = Flattened.of(document);
        // Nothing signs the document, so changes before and after signing are the same.
        call.behavior().beforeSigning(document);
        call.behavior().afterSigning(document);
        return call.handled(fields, Response.json(200, JsonText.write(document)));
    }

    private Response signed(Call call, Map<String, String> fields, ObjectNode nested) {
        ScriptedBehavior behavior = call.behavior();
        behavior.beforeSigning(fields);
        if (!call.operation().security().responseUnsigned()) {
            fields.put("sign", V2Signature.of(fields, algorithm(call), v2Key));
        }
        behavior.afterSigning(fields);
        // A behavior may have made a failure of the success.
        boolean failed = !"SUCCESS".equals(fields.get("result_code"));
        return Response.xml(failed ? V2XmlWriter.write(fields) : V2XmlWriter.write(fields, nested));
    }

    private static V2Algorithm algorithm(Call call) {
        V2Algorithm requested = call.result().algorithm();
        return call.behavior().usesOtherAlgorithm() ? requested.other() : requested;
    }

    private static boolean hasJsonResponse(Operation operation) {
        return operation.response().kind() == ResponseKind.JSON;
    }
}
