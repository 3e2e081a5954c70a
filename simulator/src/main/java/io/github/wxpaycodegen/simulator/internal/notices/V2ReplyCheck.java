package io.github.wxpaycodegen.simulator.internal.notices;

import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldGroup;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.simulator.internal.v2.V2Algorithm;
import io.github.wxpaycodegen.simulator.internal.v2.V2Signature;
import io.github.wxpaycodegen.simulator.internal.v2.V2XmlReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the signed reply to a v2 notification: signature, accounts and required fields. */
final class V2ReplyCheck {
    private static final List<String> ACCOUNTS = List.of("appid", "mch_id");

    private final String v2Key;

    V2ReplyCheck(String v2Key) {
        this.v2Key = v2Key;
    }

    /**
     * Returns the error of a reply; empty if it is valid.
     *
     * @param sent the fields of the notification
     */
    Optional<String> problem(ObjectShape shape, Map<String, String> sent, byte[] reply) {
        Map<String, String> fields;
        try {
            fields = V2XmlReader.read(reply);
        } catch (V2XmlReader.FormatException e) {
            return Optional.of("the reply cannot be read: " + e.getMessage());
        }
        return signature(sent, fields).or(() -> accounts(sent, fields)).or(() -> missing(shape, fields));
    }

    private Optional<String> signature(Map<String, String> sent, Map<String, String> fields) {
        String sign = fields.getOrDefault("sign", "");
        // The reply does not name its algorithm, which is that of the notification.
        Optional<V2Algorithm> algorithm = V2Algorithm.ofSignature(sent.getOrDefault("sign", ""));
        boolean right = algorithm.isPresent() && V2Signature.isRight(fields, algorithm.get(), v2Key, sign);
        return right ? Optional.empty() : Optional.of("the signature of the reply is wrong");
    }

    private static Optional<String> accounts(Map<String, String> sent, Map<String, String> fields) {
        return ACCOUNTS.stream()
                .filter(name -> !sent.getOrDefault(name, "").equals(fields.get(name)))
                .findFirst()
                .map(name -> "the reply names another " + name);
    }

    private static Optional<String> missing(ObjectShape shape, Map<String, String> fields) {
        if (fields.getOrDefault("nonce_str", "").isEmpty()) {
            return Optional.of("the reply has no nonce_str");
        }
        return shape.fields().stream()
                .filter(field -> field.required()
                        && fields.getOrDefault(field.name(), "").isEmpty())
                .map(Field::name)
                .findFirst()
                .map(name -> "the reply has no " + name)
                .or(() -> shape.groups().stream()
                        .filter(group -> group.names().stream().noneMatch(fields::containsKey))
                        .map(FieldGroup::names)
                        .findFirst()
                        .map(names -> "the reply has none of " + String.join(", ", names)));
    }
}
