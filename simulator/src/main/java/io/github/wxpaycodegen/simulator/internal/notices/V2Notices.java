package io.github.wxpaycodegen.simulator.internal.notices;

import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldEncryption;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.Root;
import io.github.wxpaycodegen.simulator.internal.http.Response;
import io.github.wxpaycodegen.simulator.internal.keys.Identity;
import io.github.wxpaycodegen.simulator.internal.keys.Nonces;
import io.github.wxpaycodegen.simulator.internal.specs.Operations;
import io.github.wxpaycodegen.simulator.internal.specs.Types;
import io.github.wxpaycodegen.simulator.internal.v2.IndexedNames;
import io.github.wxpaycodegen.simulator.internal.v2.V2Algorithm;
import io.github.wxpaycodegen.simulator.internal.v2.V2Signature;
import io.github.wxpaycodegen.simulator.internal.v2.V2XmlReader;
import io.github.wxpaycodegen.simulator.internal.v2.V2XmlWriter;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import io.github.wxpaycodegen.simulator.internal.values.SampleValues;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Creates v2 notifications: flat XML, signed and partly encrypted if the spec says so. */
final class V2Notices {
    /** Fields of failures, and the signature. */
    private static final Set<String> ERROR_FIELDS = Set.of("err_code", "err_code_des", "sign");

    private static final String CIPHERTEXT = "ciphertext";

    private final Types types;
    private final SampleValues samples;
    private final String mchid;
    private final Map<String, String> identity;
    private final String v2Key;
    private final V2Secrets secrets;
    private final V2ReplyCheck replies;
    private final Clock clock;

    V2Notices(Operations operations, Identity identity, String appid, Clock clock) {
        this.types = operations.types();
        this.samples = SampleValues.ofV2(types);
        this.mchid = identity.mchid();
        this.identity = new HashMap<>(Map.of("appid", appid));
        operations.callerFields(Root.V2).forEach(name -> this.identity.put(name, mchid));
        this.v2Key = identity.v2Key();
        this.secrets = new V2Secrets(identity.v2Key(), identity.v3Key());
        this.replies = new V2ReplyCheck(v2Key);
        this.clock = clock;
    }

    OutgoingNotice make(NotificationSpec spec, NoticeDraft notice) {
        String id = UUID.randomUUID().toString();
        Map<String, String> hidden = new LinkedHashMap<>();
        Map<String, String> sent = fields(id, spec, notice, hidden);
        Map<String, String> plain = new LinkedHashMap<>(sent);
        plain.putAll(hidden);
        byte[] body = V2XmlWriter.write(sent);
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
                return plain;
            }

            @Override
            public Map<String, String> headers() {
                return Map.of(Response.CONTENT_TYPE, "text/xml; charset=utf-8");
            }

            @Override
            public Optional<String> problem(int status, byte[] reply) {
                if (status != 200 || !isSuccess(reply)) {
                    return Optional.of("the receiver did not accept the notification: status " + status);
                }
                return spec.reply().flatMap(shape -> replies.problem(shape, sent, reply));
            }

            @Override
            public boolean isRepeated() {
                // A user waits for the reply, so a later one would be useless.
                return spec.reply().isEmpty();
            }
        };
    }

    private static boolean isSuccess(byte[] reply) {
        try {
            return "SUCCESS".equals(V2XmlReader.read(reply).get("return_code"));
        } catch (V2XmlReader.FormatException e) {
            return false;
        }
    }

    /**
     * Returns the fields to send.
     *
     * @param hidden receives the fields of encrypted fields, by path
     */
    private Map<String, String> fields(
            String id, NotificationSpec spec, NoticeDraft notice, Map<String, String> hidden) {
        Map<String, String> fields = new LinkedHashMap<>();
        String nonce = Nonces.nextForGcm();
        for (Field field : spec.body().fields()) {
            if (field.wire().encrypted().isPresent()) {
                Map<String, String> plain = secret(field, notice);
                plain.forEach((name, value) -> hidden.put(field.name() + "." + name, value));
                fields.put(field.name(), encrypted(field, plain, nonce, notice));
            }
        }
        boolean secret = !fields.isEmpty();
        addFields(fields, spec.body(), IndexedNames.NONE, notice, "");
        if (!notice.exact()) {
            // A test may want undeclared fields.
            notice.values().entrySet().stream()
                    .filter(value -> !value.getKey().contains("."))
                    .forEach(value -> fields.put(value.getKey(), value.getValue()));
        }
        addProtocol(fields, id, nonce, spec, notice);
        sign(fields, spec, notice);
        if (notice.has(Flaw.TAMPERED) && !secret) {
            fields.put("nonce_str", Nonces.next());
        }
        return fields;
    }

    /** Adds the fields of a shape with their given values; with samples too unless the values are exact. */
    private void addFields(
            Map<String, String> out, ObjectShape shape, IndexedNames names, NoticeDraft notice, String prefix) {
        for (Field field : shape.fields()) {
            if (field.indexed()) {
                for (int i = 0; i < SampleValues.elements(field); i++) {
                    addFields(out, types.objectOf(field).orElseThrow(), names.at(i), notice, prefix);
                }
            } else if (!ERROR_FIELDS.contains(field.name())) {
                String name = names.of(field.name());
                String given = notice.values().getOrDefault(prefix + name, "");
                String value = notice.exact() || !given.isEmpty() ? given : sample(field, name, notice);
                if (!value.isEmpty()) {
                    out.putIfAbsent(name, value);
                }
            }
        }
    }

    private String sample(Field field, String name, NoticeDraft notice) {
        if (name.equals("sign_type") && types.enumOf(field).isEmpty()) {
            return notice.algorithm().wireName();
        }
        return identity.getOrDefault(name, samples.text(field, name));
    }

    private Map<String, String> secret(Field field, NoticeDraft notice) {
        Map<String, String> plain = new LinkedHashMap<>();
        addFields(plain, types.objectOf(field).orElseThrow(), IndexedNames.NONE, notice, field.name() + ".");
        return plain;
    }

    private String encrypted(Field field, Map<String, String> plain, String nonce, NoticeDraft notice) {
        String ciphertext = isUnderV3Key(field) ? secrets.gcm(plain, nonce, notice) : secrets.ecb(plain, notice);
        return NoticeKeys.ciphertext(ciphertext, notice);
    }

    private void addProtocol(
            Map<String, String> fields, String id, String nonce, NotificationSpec spec, NoticeDraft notice) {
        Map<String, String> protocol = new LinkedHashMap<>();
        protocol.put("mch_id", mchid);
        protocol.put("nonce_str", Nonces.next());
        protocol.put("return_code", "SUCCESS");
        protocol.put("result_code", "SUCCESS");
        protocol.put("event_id", id);
        protocol.put("event_create_time", BeijingTime.compact(clock.instant()));
        protocol.put("event_type", notice.eventType().orElse(spec.id()));
        protocol.put("algorithm", V2Algorithm.HMAC_SHA256.wireName());
        gcmParameters(spec).ifPresent(prefix -> {
            protocol.put(prefix + "algorithm", algorithm(notice));
            protocol.put(prefix + "nonce", nonce);
            protocol.put(prefix + "associated_data", V2Secrets.ASSOCIATED_DATA);
        });
        for (Field field : spec.body().fields()) {
            String value = protocol.get(field.name());
            if (value != null && !notice.values().containsKey(field.name())) {
                fields.put(field.name(), value);
            }
        }
    }

    /** Returns the prefix that the parameters of a document under the APIv3 key share with it; empty without one. */
    private static Optional<String> gcmParameters(NotificationSpec spec) {
        return spec.body().fields().stream()
                .filter(field -> isUnderV3Key(field) && field.name().endsWith(CIPHERTEXT))
                .map(field -> field.name().substring(0, field.name().length() - CIPHERTEXT.length()))
                .findFirst();
    }

    private static boolean isUnderV3Key(Field field) {
        return field.wire().encrypted().filter(FieldEncryption.AES_GCM::equals).isPresent();
    }

    private static String algorithm(NoticeDraft notice) {
        return notice.has(Flaw.OTHER_ALGORITHM) ? "AEAD_AES_128_CCM" : "AEAD_AES_256_GCM";
    }

    private void sign(Map<String, String> fields, NotificationSpec spec, NoticeDraft notice) {
        boolean signed =
                spec.body().fields().stream().anyMatch(field -> field.name().equals("sign"));
        if (!signed || notice.has(Flaw.UNSIGNED)) {
            return;
        }
        String named = fields.getOrDefault("algorithm", fields.getOrDefault("sign_type", ""));
        V2Algorithm algorithm =
                named.isEmpty() ? notice.algorithm() : V2Algorithm.named(named).orElse(notice.algorithm());
        boolean otherwise =
                notice.has(Flaw.OTHER_ALGORITHM) && gcmParameters(spec).isEmpty();
        String sign = V2Signature.of(fields, otherwise ? algorithm.other() : algorithm, v2Key);
        fields.put("sign", notice.has(Flaw.BAD_SIGNATURE) ? otherDigit(sign) : sign);
    }

    private static String otherDigit(String sign) {
        return (sign.startsWith("0") ? "1" : "0") + sign.substring(1);
    }
}
