package io.github.wxpaycodegen.simulator.internal.v2;

import io.github.wxpaycodegen.generator.model.EnumShape;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.ResponseKind;
import io.github.wxpaycodegen.generator.model.Root;
import io.github.wxpaycodegen.simulator.internal.gateway.ReceivedRequest;
import io.github.wxpaycodegen.simulator.internal.keys.PlatformKeys;
import io.github.wxpaycodegen.simulator.internal.specs.CallerFields;
import io.github.wxpaycodegen.simulator.internal.specs.Operations;
import io.github.wxpaycodegen.simulator.internal.specs.Route;
import io.github.wxpaycodegen.simulator.internal.values.PaidAmounts;
import io.github.wxpaycodegen.simulator.internal.values.Violation;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Validates a v2 request in the gateway's order: path and method, client certificate, XML, merchant, algorithm,
 * signature, and, once the caller is authenticated, the fields.
 */
final class V2RequestChecks {
    private static final int MAX_NONCE_LENGTH = 32;
    private static final String WORKWX_SIGN = "workwx_sign";
    /** Fields that every request may have, declared or not. */
    private static final Set<String> PROTOCOL_FIELDS = Set.of("sign", "nonce_str", WORKWX_SIGN);

    private final Operations operations;
    private final String mchid;
    private final String v2Key;
    private final String workwxSecret;
    private final V2OrderRules orderRules;
    private final PlatformKeys keys;

    V2RequestChecks(Operations operations, String mchid, String v2Key, String workwxSecret, PlatformKeys keys) {
        this.operations = operations;
        this.mchid = mchid;
        this.v2Key = v2Key;
        this.workwxSecret = workwxSecret;
        this.orderRules = new V2OrderRules(operations.types());
        this.keys = keys;
    }

    V2ValidationResult check(ReceivedRequest request) {
        if (request.route().isEmpty()) {
            return V2ValidationResult.withoutOperation(new V2Refusal.Http(404, "Not Found: " + Route.UNKNOWN));
        }
        Route route = request.route().get();
        Optional<Operation> operation = route.operation(request.head().method());
        if (operation.isEmpty()) {
            return V2ValidationResult.withoutOperation(new V2Refusal.Protocol("请使用post方法"));
        }
        Optional<V2Refusal> refusal = checkCertificate(operation.get(), request.clientCertificate());
        if (refusal.isPresent()) {
            return V2ValidationResult.refused(operation.get(), Map.of(), refusal.get());
        }
        try {
            Map<String, String> fields = V2Requests.read(operation.get(), request.head(), request.body());
            return check(route.endpoint().uri(), operation.get(), fields);
        } catch (V2RefusedException e) {
            return V2ValidationResult.refused(operation.get(), Map.of(), e.refusal());
        }
    }

    private static Optional<V2Refusal> checkCertificate(
            Operation operation, Optional<X509Certificate> clientCertificate) {
        return operation.security().clientCertificate() && clientCertificate.isEmpty()
                ? Optional.of(new V2Refusal.Http(400, "No required SSL certificate was sent"))
                : Optional.empty();
    }

    private V2ValidationResult check(String uri, Operation operation, Map<String, String> fields) {
        Optional<V2Refusal> stranger = checkMerchant(operation, fields);
        if (stranger.isPresent()) {
            return V2ValidationResult.refused(operation, fields, stranger.get());
        }
        Optional<V2Algorithm> algorithm = algorithm(operation, fields);
        if (algorithm.isEmpty()) {
            return V2ValidationResult.refused(operation, fields, new V2Refusal.Protocol("sign_type参数错误"));
        }
        boolean signed = fields.containsKey("sign") || !isPage(operation);
        if (signed && !V2Signature.isRight(fields, algorithm.get(), v2Key, fields.getOrDefault("sign", ""))) {
            return V2ValidationResult.refused(operation, fields, new V2Refusal.Protocol("签名错误"));
        }
        if (!operation.security().workwxSigned().isEmpty()
                && !V2Signature.ofWorkwx(fields, operation.security().workwxSigned(), workwxSecret)
                        .equals(fields.get(WORKWX_SIGN))) {
            return V2ValidationResult.refused(operation, fields, new V2Refusal.Protocol("企业微信签名错误"));
        }
        Optional<V2Refusal> noOrder =
                orderRules.check(uri, V2Requests.shapeOf(operation).fields(), fields);
        return noOrder.isPresent()
                ? V2ValidationResult.refused(operation, fields, noOrder.get())
                : checkFields(uri, operation, fields, algorithm.get());
    }

    private Optional<V2Refusal> checkMerchant(Operation operation, Map<String, String> fields) {
        List<String> names =
                CallerFields.of(Root.V2, V2Requests.shapeOf(operation).fields());
        List<String> given = names.stream()
                .map(name -> fields.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .toList();
        if (!names.isEmpty() && given.isEmpty()) {
            return Optional.of(new V2Refusal.Protocol(names.get(0) + "参数格式错误"));
        }
        return given.stream().allMatch(mchid::equals)
                ? Optional.empty()
                : Optional.of(new V2Refusal.Protocol("商户号mch_id或sub_mch_id不存在"));
    }

    /** Returns the algorithm of a request, which is MD5 if it names none; empty if the spec does not allow it. */
    private Optional<V2Algorithm> algorithm(Operation operation, Map<String, String> fields) {
        String given = fields.getOrDefault("sign_type", "");
        Optional<Field> declared = V2Requests.shapeOf(operation).fields().stream()
                .filter(field -> field.name().equals("sign_type"))
                .findFirst();
        boolean allowed = given.isEmpty()
                ? declared.filter(Field::required).isEmpty()
                : declared.filter(field -> allows(field, given)).isPresent();
        return allowed ? V2Algorithm.named(given) : Optional.empty();
    }

    private boolean allows(Field signType, String value) {
        Optional<EnumShape> values = operations.types().enumOf(signType);
        return values.isEmpty()
                || values.get().values().stream()
                        .anyMatch(known -> known.value().equals(value));
    }

    private V2ValidationResult checkFields(
            String uri, Operation operation, Map<String, String> fields, V2Algorithm algorithm) {
        V2FieldRules rules = new V2FieldRules(
                operations.types(), PaidAmounts.of(uri, operation), fields, new V2Decryption(keys, fields));
        List<Violation> violations = new ArrayList<>(rules.check(V2Requests.shapeOf(operation)));
        checkNonce(operation, fields).ifPresent(violations::add);
        Set<String> undeclared = rules.undeclared().stream()
                .filter(name -> !PROTOCOL_FIELDS.contains(name))
                .collect(Collectors.toUnmodifiableSet());
        return new V2ValidationResult(
                Optional.of(operation), rules.plain(), algorithm, undeclared, refusal(violations));
    }

    /** Returns true if a browser shows the response. One of these pages has neither a signature nor a nonce. */
    private static boolean isPage(Operation operation) {
        return operation.response().kind() == ResponseKind.REDIRECT;
    }

    private static Optional<Violation> checkNonce(Operation operation, Map<String, String> fields) {
        String nonce = fields.getOrDefault("nonce_str", "");
        if (nonce.isEmpty()) {
            return operation.security().nonceless() || isPage(operation)
                    ? Optional.empty()
                    : Optional.of(Violation.missing("nonce_str"));
        }
        return nonce.length() > MAX_NONCE_LENGTH
                ? Optional.of(Violation.wrong(
                        "nonce_str",
                        "must be at most " + MAX_NONCE_LENGTH + " characters (was " + nonce.length() + ")"))
                : Optional.empty();
    }

    private static Optional<V2Refusal> refusal(List<Violation> violations) {
        if (violations.isEmpty()) {
            return Optional.empty();
        }
        boolean missing = violations.stream().anyMatch(Violation::missing);
        String description = violations.stream().map(Violation::text).collect(Collectors.joining("; "));
        return Optional.of(new V2Refusal.Business(missing ? "LACK_PARAMS" : "PARAM_ERROR", description));
    }
}
