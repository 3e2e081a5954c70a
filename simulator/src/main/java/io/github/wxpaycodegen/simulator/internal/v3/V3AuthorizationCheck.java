package io.github.wxpaycodegen.simulator.internal.v3;

import io.github.wxpaycodegen.simulator.internal.http.RequestHead;
import io.github.wxpaycodegen.simulator.internal.keys.SerialSpelling;
import io.github.wxpaycodegen.simulator.internal.keys.Suite;
import io.github.wxpaycodegen.simulator.internal.keys.V3Caller;
import io.github.wxpaycodegen.simulator.internal.values.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Authenticates the caller: scheme, format, account, certificate, time, signature and an unused nonce. */
final class V3AuthorizationCheck {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final int MAX_NONCE_LENGTH = 32;

    private final V3Caller caller;
    private final SerialSpelling serials;
    private final Suite suite;
    private final Clock clock;
    private final UsedNonces nonces = new UsedNonces(TOLERANCE.multipliedBy(2));

    V3AuthorizationCheck(V3Caller caller, SerialSpelling serials, Clock clock) {
        this.caller = caller;
        this.serials = serials;
        this.suite = Suite.of(caller.publicKey());
        this.clock = clock;
    }

    /**
     * Returns why a request is not authentic; empty if it is.
     *
     * @param signedBody the signed bytes: the body, or the {@code meta} part of an upload
     */
    Optional<V3Error> check(RequestHead head, byte[] signedBody) {
        String header = head.header("authorization").orElse("");
        if (header.isEmpty()) {
            return refuse("Authorization", "Http头Authorization值为空", "is missing");
        }
        if (head.headers().getOrDefault("authorization", List.of()).size() > 1) {
            return refuse("Authorization", "Http头Authorization值格式错误", "is given twice");
        }
        boolean brand = V3Caller.isBrandPath(head.path());
        String callerName = brand ? "brand_id" : "mchid";
        Optional<V3Authorization> read =
                V3Authorization.parse(header, brand ? suite.brandScheme() : suite.scheme(), callerName);
        if (read.isEmpty()) {
            return refuse("Authorization", "Http头Authorization值格式错误,请检查", "has a wrong scheme or format");
        }
        V3Authorization authorization = read.get();
        if (!caller.calls(head.path()) || !caller.id().equals(authorization.value(callerName))) {
            return refuse(callerName, brand ? "品牌ID不存在" : "商户号不存在", "is unknown");
        }
        if (!serials.match(caller.serial(), authorization.value("serial_no"))) {
            return refuse(
                    "serial_no",
                    brand ? "品牌证书序列号有误" : "商户证书序列号有误",
                    "is not that of a certificate of this " + (brand ? "brand" : "merchant"));
        }
        return checkTimestamp(authorization)
                .or(() -> checkNonce(authorization))
                .or(() -> checkSignature(head, signedBody, authorization))
                .or(() -> useNonce(authorization));
    }

    private Optional<V3Error> checkTimestamp(V3Authorization authorization) {
        String timestamp = authorization.value("timestamp");
        if (!timestamp.matches("[1-9][0-9]{0,11}")) {
            return refuse("timestamp", "Http头Authorization值格式错误", "is not a number of seconds");
        }
        Duration difference =
                Duration.ofSeconds(Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp)));
        return difference.compareTo(TOLERANCE) > 0
                ? refuse("timestamp", "Http头Authorization中的timestamp与发起请求的时间不得超过5分钟", "differs by more than 5 minutes")
                : Optional.empty();
    }

    private static Optional<V3Error> checkNonce(V3Authorization authorization) {
        return authorization.value("nonce_str").matches("[0-9A-Za-z]{1," + MAX_NONCE_LENGTH + "}")
                ? Optional.empty()
                : refuse("nonce_str", "Http头Authorization值格式错误", "is not 1 to 32 letters and digits");
    }

    private Optional<V3Error> checkSignature(RequestHead head, byte[] signedBody, V3Authorization authorization) {
        byte[] text = V3SignedText.request(
                head.method(),
                head.target(),
                authorization.value("timestamp"),
                authorization.value("nonce_str"),
                signedBody);
        if (suite.verify(caller.publicKey(), text, authorization.value("signature"))) {
            return Optional.empty();
        }
        ObjectNode detail = detail("signature", "sign not match");
        detail.set("sign_information", signInformation(head, text, signedBody.length));
        return Optional.of(V3Error.signError("错误的签名，验签失败", detail));
    }

    /** Returns the expected signed text without the body, which shows the wrong line. */
    private static ObjectNode signInformation(RequestHead head, byte[] text, int bodyLength) {
        return new ObjectNode()
                .put("method", head.method())
                .put("url", head.target())
                .put(
                        "truncated_sign_message",
                        new String(text, 0, text.length - bodyLength - 1, StandardCharsets.UTF_8))
                .put("sign_message_length", text.length);
    }

    /** Uses up the nonce. This is done once the signature is verified, so that others cannot use up nonces. */
    private Optional<V3Error> useNonce(V3Authorization authorization) {
        return nonces.use(authorization.value("nonce_str"), clock.instant())
                ? Optional.empty()
                : refuse("nonce_str", "请求重放", "has already been used");
    }

    private static Optional<V3Error> refuse(String field, String message, String issue) {
        return Optional.of(V3Error.signError(message, detail(field, issue)));
    }

    private static ObjectNode detail(String field, String issue) {
        return new ObjectNode().put("field", field).put("issue", issue).put("location", "authorization");
    }
}
