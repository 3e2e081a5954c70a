package io.github.wxpaycodegen.simulator.internal.notices;

import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.simulator.internal.http.Response;
import io.github.wxpaycodegen.simulator.internal.keys.Nonces;
import io.github.wxpaycodegen.simulator.internal.keys.Suite;
import io.github.wxpaycodegen.simulator.internal.v3.V3Headers;
import io.github.wxpaycodegen.simulator.internal.v3.V3ResponseSigner;
import io.github.wxpaycodegen.simulator.internal.v3.V3Responses;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import io.github.wxpaycodegen.simulator.internal.values.Flattened;
import io.github.wxpaycodegen.simulator.internal.values.ImpossibleChangeException;
import io.github.wxpaycodegen.simulator.internal.values.JsonPath;
import io.github.wxpaycodegen.simulator.internal.values.JsonText;
import io.github.wxpaycodegen.simulator.internal.values.ObjectNode;
import io.github.wxpaycodegen.simulator.internal.values.ScalarNode;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Creates v3 notifications: JSON with a resource that is encrypted with the APIv3 key, signed like responses. */
final class V3Notices {
    private static final Duration STALE = Duration.ofMinutes(-10);
    private static final Set<Integer> ACCEPTED = Set.of(200, 204);
    private static final String SIGN_TEST = "WECHATPAY/SIGNTEST/";
    private static final String UNKNOWN_SERIAL = "0FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF";

    private final V3Responses responses;
    private final V3ResponseSigner signer;
    private final Suite suite;
    private final String v3Key;
    private final Clock clock;

    V3Notices(V3Responses responses, V3ResponseSigner signer, Suite suite, String v3Key, Clock clock) {
        this.responses = responses;
        this.signer = signer;
        this.suite = suite;
        this.v3Key = v3Key;
        this.clock = clock;
    }

    OutgoingNotice make(NotificationSpec spec, NoticeDraft notice) {
        String id = UUID.randomUUID().toString();
        ObjectNode plain = plain(spec, notice);
        Map<String, String> fields = Flattened.of(plain);
        byte[] body = JsonText.write(document(id, spec, notice, responses.encrypted(spec.body(), plain)));
        byte[] signedBody = body.clone();
        if (spec.plain() && notice.has(Flaw.TAMPERED)) {
            body[body.length - 1] = ' ';
        }
        return new OutgoingNotice() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public byte[] body() {
                return body.clone();
            }

            @Override
            public Map<String, String> fields() {
                return fields;
            }

            @Override
            public Map<String, String> headers() {
                Map<String, String> headers = new LinkedHashMap<>();
                headers.put(Response.CONTENT_TYPE, "application/json");
                headers.putAll(signature(notice, signedBody));
                return headers;
            }

            @Override
            public Optional<String> problem(int status, byte[] reply) {
                return ACCEPTED.contains(status)
                        ? Optional.empty()
                        : Optional.of("the receiver did not accept the notification: status " + status);
            }
        };
    }

    private ObjectNode document(String id, NotificationSpec spec, NoticeDraft notice, ObjectNode plain) {
        String eventType = notice.eventType()
                .or(() -> spec.eventTypes().stream().findFirst())
                .orElse(spec.id());
        ObjectNode document = new ObjectNode();
        document.put("id", id);
        document.put("create_time", BeijingTime.v3(clock.instant()));
        document.put("resource_type", spec.plain() ? "plain-resource" : "encrypt-resource");
        document.put("event_type", eventType);
        document.put("summary", spec.title());
        document.set("resource", spec.plain() ? plain : encrypted(originalType(spec, notice), plain, notice));
        return document;
    }

    /** Returns the type of the resource. If the spec has none, it is the first word of the event type, as in specs that do. */
    private static String originalType(NotificationSpec spec, NoticeDraft notice) {
        return notice.originalType()
                .or(() -> spec.originalTypes().stream().findFirst())
                .orElseGet(() -> spec.id().split("\\.")[0].toLowerCase(Locale.ROOT));
    }

    private ObjectNode plain(NotificationSpec spec, NoticeDraft notice) {
        if (notice.exact()) {
            return responses.known(spec.body(), notice.values());
        }
        ObjectNode plain = responses.plain(spec.body(), notice.values());
        Map<String, String> made = Flattened.of(plain);
        notice.values().forEach((path, value) -> {
            // A test may want a value that is invalid or undeclared.
            if (!value.equals(made.get(path))) {
                set(spec, plain, path, value);
            }
        });
        return plain;
    }

    private static void set(NotificationSpec spec, ObjectNode plain, String path, String value) {
        try {
            JsonPath.of(path).set(plain, ScalarNode.of(value));
        } catch (ImpossibleChangeException e) {
            throw new IllegalArgumentException(e.ofMessage("the notification " + spec.id()), e);
        }
    }

    private ObjectNode encrypted(String originalType, ObjectNode plain, NoticeDraft notice) {
        String nonce = Nonces.nextForGcm();
        String ciphertext = suite.encrypt(NoticeKeys.of(v3Key, notice), nonce, originalType, JsonText.write(plain));
        ObjectNode resource = new ObjectNode();
        resource.put("original_type", originalType);
        resource.put("algorithm", notice.has(Flaw.OTHER_ALGORITHM) ? "AEAD_AES_128_CCM" : suite.encryption());
        resource.put("ciphertext", NoticeKeys.ciphertext(ciphertext, notice));
        resource.put("associated_data", originalType);
        resource.put("nonce", nonce);
        return resource;
    }

    private Map<String, String> signature(NoticeDraft notice, byte[] signedBody) {
        if (notice.has(Flaw.UNSIGNED)) {
            return Map.of();
        }
        Duration skew = notice.has(Flaw.STALE) ? STALE : Duration.ZERO;
        Map<String, String> headers = signer.sign(Optional.empty(), signedBody, skew);
        String signature = headers.getOrDefault(V3Headers.SIGNATURE, "");
        if (notice.has(Flaw.SIGN_TEST)) {
            headers.put(V3Headers.SIGNATURE, SIGN_TEST + signature.substring(SIGN_TEST.length()));
        }
        if (notice.has(Flaw.BAD_SIGNATURE)) {
            headers.put(V3Headers.SIGNATURE, (signature.startsWith("A") ? "B" : "A") + signature.substring(1));
        }
        if (notice.has(Flaw.UNKNOWN_SERIAL)) {
            headers.put(V3Headers.SERIAL, UNKNOWN_SERIAL);
        }
        return headers;
    }
}
