package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.generator.spec.BodyKind;
import io.github.wxpaycodegen.generator.spec.Operation;
import io.github.wxpaycodegen.generator.spec.ResponseKind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/**
 * Checks a v3 request as the gateway does, one thing after the other: place and method, the headers that every request
 * has, who calls, and only then, since now the caller is known, path, query, headers and body.
 */
final class V3RequestChecks {
    private static final Pattern JSON_TYPE =
            Pattern.compile("(?i)application/json\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?");

    private final Operations operations;
    private final V3AuthorizationCheck authorization;
    private final PlatformKeys keys;
    private final V3Caller caller;

    V3RequestChecks(Operations operations, V3AuthorizationCheck authorization, PlatformKeys keys, V3Caller caller) {
        this.operations = operations;
        this.authorization = authorization;
        this.keys = keys;
        this.caller = caller;
    }

    V3Judgement check(RequestHead head, byte[] body) {
        V3Judgement judgement = new V3Judgement();
        Optional<Route> route = operations.route(head.path());
        if (route.isEmpty()) {
            return judgement.refuse(V3Error.of(404, "NOT_FOUND", "请求的资源不存在"));
        }
        Optional<Operation> operation = route.get().operation(head.method());
        if (operation.isEmpty()) {
            return judgement.refuse(V3Error.of(405, "METHOD_NOT_ALLOWED", "请求方法不被允许"));
        }
        Optional<V3Error> error = checkHead(head, operation.get());
        if (error.isPresent()) {
            return judgement.refuse(error.get());
        }
        V3TextRules textRules =
                new V3TextRules(operations.types(), new V3Decryption(keys, head.header("wechatpay-serial")), caller);
        if (operation.get().body() == BodyKind.MULTIPART) {
            checkUpload(operation.get(), head, body, textRules, judgement);
        } else {
            error = operation.get().requestUnsigned() ? Optional.empty() : checkCaller(head, body);
            if (error.isPresent()) {
                return judgement.refuse(error.get());
            }
            checkBody(operation.get(), head, body, textRules, judgement);
        }
        checkParameters(operation.get(), route.get(), head, textRules, judgement);
        checkAmounts(route.get().endpoint().uri(), judgement);
        return judgement;
    }

    private static void checkAmounts(String uri, V3Judgement judgement) {
        judgement.fields().forEach((path, value) -> {
            if (PaidAmounts.contain(uri, path) && PaidAmounts.isBelowOne(value) && judgement.isRight(path)) {
                judgement.add(new V3Violation("body", path, value, "must be at least 1"));
            }
        });
    }

    private Optional<V3Error> checkCaller(RequestHead head, byte[] signedBody) {
        return authorization.check(head, signedBody).or(() -> checkBrandKey(head));
    }

    /** A brand has to name the platform's public key, and the one that belongs to it. */
    private Optional<V3Error> checkBrandKey(RequestHead head) {
        boolean right = !V3Caller.isBrandPath(head.path())
                || head.header("wechatpay-serial").flatMap(keys::find).isPresent();
        return right
                ? Optional.empty()
                : Optional.of(V3Error.paramError(
                        "微信支付公钥ID与品牌ID不匹配",
                        new ObjectNode()
                                .put("field", "Wechatpay-Serial")
                                .put("issue", "is not the id of the public key that belongs to brand_id")
                                .put("location", "header")));
    }

    private static Optional<V3Error> checkHead(RequestHead head, Operation operation) {
        if (head.header("accept").isEmpty()
                || head.header("user-agent").filter(agent -> !agent.isBlank()).isEmpty()) {
            return Optional.of(V3Error.of(400, "PARAM_ERROR", "Http头缺少Accept或User-Agent"));
        }
        boolean json = head.headers().getOrDefault("accept", List.of()).stream()
                .map(accept -> accept.toLowerCase(Locale.ROOT))
                .anyMatch(accept -> accept.contains("application/json") || accept.contains("*/*"));
        return json || operation.responseKind() == ResponseKind.STREAM
                ? Optional.empty()
                : Optional.of(V3Error.of(406, "PARAM_ERROR", "Http头Accept不接受application/json"));
    }

    private void checkParameters(
            Operation operation, Route route, RequestHead head, V3TextRules textRules, V3Judgement judgement) {
        if (judgement.isRefused()) {
            return;
        }
        V3ParameterRules rules = new V3ParameterRules(textRules, judgement);
        rules.checkPath(operation, route.pathValues());
        rules.checkQuery(operation, head.query());
        rules.checkHeaders(operation, head);
    }

    private void checkBody(
            Operation operation, RequestHead head, byte[] body, V3TextRules textRules, V3Judgement judgement) {
        if (operation.body() == BodyKind.NONE) {
            if (body.length > 0) {
                judgement.refuse(V3Error.of(400, "PARAM_ERROR", "请求体应为空"));
            }
            return;
        }
        if (!JSON_TYPE.matcher(head.header("content-type").orElse("")).matches()) {
            judgement.refuse(V3Error.of(415, "PARAM_ERROR", "Http头Content-Type应为application/json"));
            return;
        }
        Optional<JsonNode> document = read(body);
        if (document.isEmpty()) {
            judgement.refuse(notJson());
            return;
        }
        new V3BodyRules(operations.types(), textRules, judgement).check(operation.request(), "", document.get());
    }

    private void checkUpload(
            Operation operation, RequestHead head, byte[] body, V3TextRules textRules, V3Judgement judgement) {
        V3Upload upload;
        try {
            upload = V3Upload.read(operation, head, body);
        } catch (IllegalArgumentException e) {
            judgement.refuse(V3Error.of(400, "PARAM_ERROR", "上传格式错误: " + e.getMessage()));
            return;
        }
        Optional<V3Error> error = checkCaller(head, upload.meta());
        if (error.isPresent()) {
            judgement.refuse(error.get());
            return;
        }
        Optional<JsonNode> meta = read(upload.meta());
        if (meta.isEmpty()) {
            judgement.refuse(notJson());
            return;
        }
        new V3BodyRules(operations.types(), textRules, judgement).check(upload.shape(), "", meta.get());
        upload.checkFile(meta.get(), judgement);
    }

    private static V3Error notJson() {
        return V3Error.paramError(
                "请求体不是有效的JSON",
                new ObjectNode()
                        .put("field", "")
                        .put("issue", "is no JSON object, or has a member twice")
                        .put("location", "body"));
    }

    /** The object in the body; empty if it is anything else. */
    private static Optional<JsonNode> read(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return Optional.of(JsonText.read(text)).filter(JsonNode::isObject);
        } catch (CharacterCodingException | JacksonException e) {
            return Optional.empty();
        }
    }
}
