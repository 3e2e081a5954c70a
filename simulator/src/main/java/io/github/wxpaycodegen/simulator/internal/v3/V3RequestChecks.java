package io.github.wxpaycodegen.simulator.internal.v3;

import io.github.wxpaycodegen.generator.model.BodyKind;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.ResponseKind;
import io.github.wxpaycodegen.simulator.internal.gateway.ReceivedRequest;
import io.github.wxpaycodegen.simulator.internal.http.RequestHead;
import io.github.wxpaycodegen.simulator.internal.keys.PlatformKeys;
import io.github.wxpaycodegen.simulator.internal.keys.V3Caller;
import io.github.wxpaycodegen.simulator.internal.specs.Operations;
import io.github.wxpaycodegen.simulator.internal.specs.Route;
import io.github.wxpaycodegen.simulator.internal.values.JsonNode;
import io.github.wxpaycodegen.simulator.internal.values.JsonText;
import io.github.wxpaycodegen.simulator.internal.values.ObjectNode;
import io.github.wxpaycodegen.simulator.internal.values.PaidAmounts;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/**
 * Validates a v3 request in the gateway's order: path and method, the headers that every request has, the caller, and,
 * once the caller is authenticated, path, query, headers and body.
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

    V3ValidationResult check(ReceivedRequest request) {
        V3ValidationResult result = new V3ValidationResult();
        if (request.route().isEmpty()) {
            return result.refuse(V3Error.of(404, "NOT_FOUND", "请求的资源不存在: " + Route.UNKNOWN));
        }
        Route route = request.route().get();
        RequestHead head = request.head();
        byte[] body = request.body();
        Optional<Operation> operation = route.operation(head.method());
        if (operation.isEmpty()) {
            return result.refuse(V3Error.of(405, "METHOD_NOT_ALLOWED", "请求方法不被允许"));
        }
        Optional<V3Error> error = checkHead(head, operation.get());
        if (error.isPresent()) {
            return result.refuse(error.get());
        }
        PaidAmounts amounts = PaidAmounts.of(route.endpoint().uri(), operation.get());
        V3TextRules textRules = new V3TextRules(
                operations.types(),
                amounts,
                new V3Decryption(keys, head.header("wechatpay-serial")),
                caller,
                operation.get());
        if (operation.get().request().body() == BodyKind.MULTIPART) {
            checkUpload(operation.get(), head, body, textRules, amounts, result);
        } else {
            error = operation.get().security().requestUnsigned() ? Optional.empty() : checkCaller(head, body);
            if (error.isPresent()) {
                return result.refuse(error.get());
            }
            checkBody(operation.get(), head, body, textRules, amounts, result);
        }
        checkParameters(operation.get(), route, head, textRules, result);
        return result;
    }

    private Optional<V3Error> checkCaller(RequestHead head, byte[] signedBody) {
        return authorization.check(head, signedBody).or(() -> checkBrandKey(head));
    }

    /** Returns the error if a request of a brand does not name the platform's public key for the brand. */
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
        return json || operation.response().kind() == ResponseKind.STREAM
                ? Optional.empty()
                : Optional.of(V3Error.of(406, "PARAM_ERROR", "Http头Accept不接受application/json"));
    }

    private void checkParameters(
            Operation operation, Route route, RequestHead head, V3TextRules textRules, V3ValidationResult result) {
        if (result.isRefused()) {
            return;
        }
        V3ParameterRules rules = new V3ParameterRules(textRules, result);
        rules.checkPath(operation, route.pathValues());
        rules.checkQuery(operation, head.query());
        rules.checkHeaders(operation, head);
    }

    private void checkBody(
            Operation operation,
            RequestHead head,
            byte[] body,
            V3TextRules textRules,
            PaidAmounts amounts,
            V3ValidationResult result) {
        if (operation.request().body() == BodyKind.NONE) {
            if (body.length > 0) {
                result.refuse(V3Error.of(400, "PARAM_ERROR", "请求体应为空"));
            }
            return;
        }
        if (!JSON_TYPE.matcher(head.header("content-type").orElse("")).matches()) {
            result.refuse(V3Error.of(415, "PARAM_ERROR", "Http头Content-Type应为application/json"));
            return;
        }
        Optional<JsonNode> document = read(body);
        if (document.isEmpty()) {
            result.refuse(notJson());
            return;
        }
        new V3BodyRules(operations.types(), amounts, textRules, result)
                .check(operation.request().shape(), "", document.get());
    }

    private void checkUpload(
            Operation operation,
            RequestHead head,
            byte[] body,
            V3TextRules textRules,
            PaidAmounts amounts,
            V3ValidationResult result) {
        V3Upload upload;
        try {
            upload = V3Upload.read(operation, head, body);
        } catch (IllegalArgumentException e) {
            result.refuse(V3Error.of(400, "PARAM_ERROR", "上传格式错误: " + e.getMessage()));
            return;
        }
        Optional<V3Error> error = checkCaller(head, upload.meta());
        if (error.isPresent()) {
            result.refuse(error.get());
            return;
        }
        Optional<JsonNode> meta = read(upload.meta());
        if (meta.isEmpty()) {
            result.refuse(notJson());
            return;
        }
        new V3BodyRules(operations.types(), amounts, textRules, result).check(upload.shape(), "", meta.get());
        upload.checkFile(meta.get(), result);
    }

    private static V3Error notJson() {
        return V3Error.paramError(
                "请求体不是有效的JSON",
                new ObjectNode()
                        .put("field", "")
                        .put("issue", "is not a JSON object, or contains a member twice")
                        .put("location", "body"));
    }

    /** Returns the JSON object in a body; empty if it is anything else. */
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
