package io.github.wxpaycodegen.runtime.internal.v2;

import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.internal.call.CallSettings;
import io.github.wxpaycodegen.runtime.internal.call.ClientFieldValues;
import io.github.wxpaycodegen.runtime.internal.call.ClientSettings;
import io.github.wxpaycodegen.runtime.internal.call.Echoes;
import io.github.wxpaycodegen.runtime.internal.call.Hosts;
import io.github.wxpaycodegen.runtime.internal.call.MaskedBody;
import io.github.wxpaycodegen.runtime.internal.call.Nonce;
import io.github.wxpaycodegen.runtime.internal.call.RequestHeaders;
import io.github.wxpaycodegen.runtime.internal.crypto.V2Signer;
import io.github.wxpaycodegen.runtime.internal.crypto.WorkwxSigner;
import io.github.wxpaycodegen.runtime.internal.wire.Multipart;
import io.github.wxpaycodegen.runtime.internal.wire.PercentEncoding;
import io.github.wxpaycodegen.runtime.internal.wire.RequestParts;
import io.github.wxpaycodegen.runtime.internal.xml.V2Xml;
import io.github.wxpaycodegen.runtime.message.Checks;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.message.SignType;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A signed v2 request: the signed fields are exactly the fields that are sent.
 *
 * @param query with its question mark; empty for none
 * @param contentType null if there is no body
 * @param echoes the values that the response repeats
 */
record V2Request(
        SignType signType,
        String query,
        Map<String, String> headers,
        byte[] body,
        @Nullable String contentType,
        Echoes echoes) {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.wxpaycodegen.runtime");

    static V2Request of(Operation<?, ?> operation, Message message, ClientSettings config) {
        V2Signer signer = config.v2().signer();
        if (signer == null && !operation.has(Trait.UNSIGNED_REQUEST)) {
            throw new ConfigurationException(operation.id()
                    + " is signed with the APIv2 key: configure it with WxPayConfig.builder().v2Key(...)");
        }
        Checks.requireValidV2(message);
        List<String> problems = new ArrayList<>();
        boolean get = operation.method() == HttpMethod.GET;
        RequestParts parts = RequestParts.ofText(
                message,
                get,
                new ClientFieldValues(config, config.merchant(), config.v2().encryptionKey(), problems));
        Map<String, String> fields = get ? queryFields(parts) : parts.fields();
        SignType signType = SignType.ofValue(fields.get("sign_type"));
        if (signType == null) {
            problems.add("sign_type must be MD5 or HMAC-SHA256 (was " + fields.get("sign_type") + ")");
        }
        if (operation.responseKind() == Operation.ResponseKind.REDIRECT && !operation.has(Trait.UNSIGNED_REQUEST)) {
            problems.addAll(V2Signer.problemsIfShown(fields));
        }
        if (signType == null || !problems.isEmpty()) {
            throw InvalidRequestException.builder(message.getClass().getSimpleName())
                    .problems(problems)
                    .build();
        }
        if (!operation.has(Trait.WITHOUT_NONCE) && !operation.has(Trait.UNSIGNED_REQUEST)) {
            fields.put("nonce_str", Nonce.next(config.random()));
        }
        if (!operation.workwxSigned().isEmpty()) {
            fields.put("workwx_sign", workwxSignature(operation, fields, config));
        }
        if (signer != null && !operation.has(Trait.UNSIGNED_REQUEST)) {
            fields.put("sign", signer.sign(fields, signType));
        }
        Echoes echoes = Echoes.of(operation, fields);
        if (get) {
            return new V2Request(signType, query(fields), parts.headers(), new byte[0], null, echoes);
        }
        String query = PercentEncoding.query(parts.query());
        if (!operation.has(Trait.MULTIPART)) {
            byte[] xml = V2Xml.write(fields);
            return new V2Request(signType, query, parts.headers(), xml, "text/xml; charset=utf-8", echoes);
        }
        Multipart body = new Multipart(Nonce.next(config.random()));
        fields.forEach(body::text);
        parts.files().forEach(body::file);
        return new V2Request(signType, query, parts.headers(), body.toBytes(), body.contentType(), echoes);
    }

    /** Returns the request for the transport, and logs its body if that is configured. */
    TransportRequest toTransport(Operation<?, ?> operation, CallSettings options, ClientSettings config) {
        if (config.logBodies() && LOG.isDebugEnabled() && !operation.has(Trait.MULTIPART)) {
            LOG.debug("{} sends {}", operation, MaskedBody.xml(body));
        }
        URI host = new Hosts(config).host(operation, options);
        String accept = operation.responseKind() == Operation.ResponseKind.XML ? "text/xml" : "*/*";
        return new TransportRequest(
                operation.method().name(),
                Hosts.join(host, operation.path() + query),
                RequestHeaders.of(options, headers, contentType, accept),
                body,
                operation.has(Trait.CLIENT_CERTIFICATE));
    }

    private static String workwxSignature(
            Operation<?, ?> operation, Map<String, String> fields, ClientSettings config) {
        WorkwxSigner signer = config.v2().workwxSigner();
        if (signer == null) {
            throw new ConfigurationException(operation.id()
                    + " is signed with the secret of a WeCom app too: configure it with"
                    + " WxPayConfig.builder().workwxSecret(...)");
        }
        return signer.sign(fields, operation.workwxSigned());
    }

    private static Map<String, String> queryFields(RequestParts parts) {
        Map<String, String> fields = new LinkedHashMap<>();
        parts.query().forEach(parameter -> fields.put(parameter.name(), parameter.value()));
        return fields;
    }

    private static String query(Map<String, String> fields) {
        List<RequestParts.Parameter> parameters = new ArrayList<>();
        fields.forEach((name, value) -> parameters.add(new RequestParts.Parameter(name, value)));
        return PercentEncoding.query(parameters);
    }
}
