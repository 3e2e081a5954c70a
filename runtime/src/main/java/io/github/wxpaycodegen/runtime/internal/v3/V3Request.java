package io.github.wxpaycodegen.runtime.internal.v3;

import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.internal.call.ClientFieldValues;
import io.github.wxpaycodegen.runtime.internal.call.ClientSettings;
import io.github.wxpaycodegen.runtime.internal.call.Echoes;
import io.github.wxpaycodegen.runtime.internal.call.Nonce;
import io.github.wxpaycodegen.runtime.internal.call.PathTemplate;
import io.github.wxpaycodegen.runtime.internal.call.V3Account;
import io.github.wxpaycodegen.runtime.internal.crypto.GatewayKey;
import io.github.wxpaycodegen.runtime.internal.wire.FilePart;
import io.github.wxpaycodegen.runtime.internal.wire.Multipart;
import io.github.wxpaycodegen.runtime.internal.wire.PercentEncoding;
import io.github.wxpaycodegen.runtime.internal.wire.RequestParts;
import io.github.wxpaycodegen.runtime.message.Checks;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A v3 request, serialized once: exactly the signed bytes are sent, in each attempt.
 *
 * @param target the raw path with its query
 * @param headers the headers in the spec
 * @param body the exact bytes; empty for none
 * @param signedBody the content that the signature covers; for an upload, its {@code meta} part
 * @param contentType null if there is no body
 * @param echoes the values that the response repeats
 */
public record V3Request(
        String target,
        Map<String, String> headers,
        byte[] body,
        byte[] signedBody,
        @Nullable String contentType,
        Echoes echoes) {
    private static final byte[] EMPTY = new byte[0];

    /** Returns a request without a body for a target from a response. */
    public static V3Request ofTarget(String target) {
        return new V3Request(target, Map.of(), EMPTY, EMPTY, null, Echoes.NONE);
    }

    /** Returns a request with a JSON body that was written elsewhere. */
    public static V3Request ofJson(String target, byte[] json) {
        return new V3Request(target, Map.of(), json, json, "application/json", Echoes.NONE);
    }

    /**
     * An upload that somebody else has written.
     *
     * @param meta the JSON of the part {@code meta}, which alone is signed
     * @param name the name of the part that holds the file
     */
    public static V3Request ofUpload(String target, byte[] meta, String name, FilePart file, String boundary) {
        Multipart body = new Multipart(boundary).json("meta", meta).file(name, file);
        return new V3Request(target, Map.of(), body.toBytes(), meta, body.contentType(), Echoes.NONE);
    }

    static V3Request of(
            Operation<?, ?> operation,
            Message message,
            List<String> segments,
            ClientSettings config,
            Optional<GatewayKey> key) {
        Checks.requireValidV3(message);
        Checks.requireValidSegments(PathTemplate.values(operation.path(), segments), operation.segmentRules());
        List<String> problems = new ArrayList<>();
        RequestParts parts = RequestParts.ofJson(
                message,
                operation.method() == HttpMethod.GET,
                new ClientFieldValues(
                        config,
                        config.account(V3Account.of(operation.path())),
                        key.map(GatewayKey::key).orElse(null),
                        problems));
        if (!problems.isEmpty()) {
            throw InvalidRequestException.builder(message.getClass().getSimpleName())
                    .problems(problems)
                    .build();
        }
        Echoes echoes = Echoes.of(operation, segments, parts);
        String target = PathTemplate.expand(operation.path(), segments) + PercentEncoding.query(parts.query());
        if (operation.has(Trait.MULTIPART)) {
            Multipart body = new Multipart(Nonce.next(config.random())).json("meta", parts.json());
            parts.files().forEach(body::file);
            return new V3Request(target, parts.headers(), body.toBytes(), parts.json(), body.contentType(), echoes);
        }
        // Callers may put a field on a request whose spec declares no body.
        return operation.has(Trait.JSON_BODY) || parts.hasJsonFields()
                ? new V3Request(target, parts.headers(), parts.json(), parts.json(), "application/json", echoes)
                : new V3Request(target, parts.headers(), EMPTY, EMPTY, null, echoes);
    }
}
