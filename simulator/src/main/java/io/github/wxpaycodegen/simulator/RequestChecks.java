package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.generator.spec.EnumShape;
import io.github.wxpaycodegen.generator.spec.Field;
import io.github.wxpaycodegen.generator.spec.Operation;
import io.github.wxpaycodegen.runtime.v2.SignType;
import io.github.wxpaycodegen.runtime.v2.V2Signer;
import io.github.wxpaycodegen.runtime.v2.V2Xml;
import io.github.wxpaycodegen.runtime.v2.XmlFormatException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks a request as the gateway does, one thing after the other: place and method, client certificate, content type,
 * XML, merchant, algorithm, signature, and only then, since now the caller is known, the fields.
 */
final class RequestChecks {
    private static final int MAX_NONCE_LENGTH = 32;
    /** What every request may have, whether the spec names it or not. */
    private static final Set<String> PROTOCOL_FIELDS = Set.of("sign", "nonce_str");

    private final Operations operations;
    private final String mchid;
    private final V2Signer signer;

    RequestChecks(Operations operations, String mchid, V2Signer signer) {
        this.operations = operations;
        this.mchid = mchid;
        this.signer = signer;
    }

    Verdict check(RequestHead head, byte[] body, Optional<X509Certificate> clientCertificate) {
        Optional<Operation> operation = operations.find(head.path(), head.method());
        Optional<Refusal> refusal = checkPlace(head, operation)
                .or(() -> checkCertificate(operation.orElseThrow(), clientCertificate))
                .or(() -> checkContentType(head));
        if (refusal.isPresent()) {
            return Verdict.unread(refusal.get());
        }
        if (body.length == 0) {
            return Verdict.unread(new Refusal.Protocol("post数据为空"));
        }
        try {
            return check(operation.orElseThrow(), V2Xml.read(body));
        } catch (XmlFormatException e) {
            return Verdict.unread(new Refusal.Protocol("XML格式错误"));
        }
    }

    private Optional<Refusal> checkPlace(RequestHead head, Optional<Operation> operation) {
        if (!operations.has(head.path())) {
            return Optional.of(new Refusal.Http(404, "Not Found"));
        }
        if (operation.isEmpty()) {
            return Optional.of(new Refusal.Protocol("请使用post方法"));
        }
        return operations.isPlayed(operation.get())
                ? Optional.empty()
                : Optional.of(new Refusal.Http(501, "Not Played By The Simulator"));
    }

    private static Optional<Refusal> checkCertificate(
            Operation operation, Optional<X509Certificate> clientCertificate) {
        return operation.security() && clientCertificate.isEmpty()
                ? Optional.of(new Refusal.Http(400, "No required SSL certificate was sent"))
                : Optional.empty();
    }

    private static Optional<Refusal> checkContentType(RequestHead head) {
        String[] parts =
                head.header("content-type").orElse("").toLowerCase(Locale.ROOT).split(";", 2);
        boolean xml = Set.of("text/xml", "application/xml").contains(parts[0].strip());
        boolean utf8 = parts.length == 1 || parts[1].replace("\"", "").strip().equals("charset=utf-8");
        if (!xml) {
            return Optional.of(new Refusal.Protocol("Content-Type错误"));
        }
        return utf8 ? Optional.empty() : Optional.of(new Refusal.Protocol("编码格式错误"));
    }

    private Verdict check(Operation operation, Map<String, String> fields) {
        Optional<Refusal> stranger = checkMerchant(operation, fields);
        if (stranger.isPresent()) {
            return Verdict.refused(fields, stranger.get());
        }
        Optional<SignType> signType = signType(operation, fields);
        if (signType.isEmpty()) {
            return Verdict.refused(fields, new Refusal.Protocol("sign_type参数错误"));
        }
        if (!signer.verify(fields, signType.get(), fields.getOrDefault("sign", ""))) {
            return Verdict.refused(fields, new Refusal.Protocol("签名错误"));
        }
        return checkFields(operation, fields, signType.get());
    }

    private Optional<Refusal> checkMerchant(Operation operation, Map<String, String> fields) {
        return Merchants.fieldOf(operation)
                .filter(name -> !mchid.equals(fields.get(name)))
                .map(name -> new Refusal.Protocol(name + "参数错误"));
    }

    /** The algorithm that the request names, or MD5; empty where its spec does not allow that. */
    private Optional<SignType> signType(Operation operation, Map<String, String> fields) {
        String given = fields.getOrDefault("sign_type", "");
        Optional<Field> declared = operation.request().fields().stream()
                .filter(field -> field.name().equals("sign_type"))
                .findFirst();
        boolean allowed = given.isEmpty()
                ? declared.filter(Field::required).isEmpty()
                : declared.filter(field -> allows(field, given)).isPresent();
        return allowed ? SignType.ofValue(given) : Optional.empty();
    }

    private boolean allows(Field signType, String value) {
        Optional<EnumShape> values = operations.types().enumOf(signType);
        return values.isEmpty()
                || values.get().values().stream()
                        .anyMatch(known -> known.value().equals(value));
    }

    private Verdict checkFields(Operation operation, Map<String, String> fields, SignType signType) {
        RequestRules rules = new RequestRules(operations.types(), fields);
        List<Violation> violations = new ArrayList<>(rules.check(operation.request()));
        checkNonce(operation, fields).ifPresent(violations::add);
        Set<String> undeclared = rules.undeclared().stream()
                .filter(name -> !PROTOCOL_FIELDS.contains(name))
                .collect(Collectors.toUnmodifiableSet());
        return new Verdict(fields, signType, undeclared, refusal(violations));
    }

    private static Optional<Violation> checkNonce(Operation operation, Map<String, String> fields) {
        String nonce = fields.getOrDefault("nonce_str", "");
        if (nonce.isEmpty()) {
            return operation.nonceless() ? Optional.empty() : Optional.of(Violation.missing("nonce_str"));
        }
        return nonce.length() > MAX_NONCE_LENGTH
                ? Optional.of(Violation.wrong("nonce_str", "is longer than " + MAX_NONCE_LENGTH + " characters"))
                : Optional.empty();
    }

    private static Optional<Refusal> refusal(List<Violation> violations) {
        if (violations.isEmpty()) {
            return Optional.empty();
        }
        boolean missing = violations.stream().anyMatch(Violation::missing);
        String description = violations.stream().map(Violation::text).collect(Collectors.joining("; "));
        return Optional.of(new Refusal.Business(missing ? "LACK_PARAMS" : "PARAM_ERROR", description));
    }
}
