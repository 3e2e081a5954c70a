package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.internal.call.V2Keys;
import io.github.wxpaycodegen.runtime.internal.crypto.V2Signer;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import io.github.wxpaycodegen.runtime.internal.xml.V2Xml;
import io.github.wxpaycodegen.runtime.internal.xml.XmlFormatException;
import io.github.wxpaycodegen.runtime.message.SignType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The part of {@link MessageInspector} for v2, whose signature is a keyed digest of the fields. */
final class V2MessageInspector {
    /** Fields of the official refund notification beside the encrypted one. */
    private static final Set<String> ENVELOPE =
            Set.of("return_code", "return_msg", "appid", "mch_id", "sub_appid", "sub_mch_id", "nonce_str");

    private static final String XML = "XML";
    private static final String ALGORITHM = "algorithm";
    private static final String SIGN = "sign";
    private static final String REFUND = "req_info";
    private static final String KEY_PLACE = "<APIv2 key>";

    private final V2Keys keys;

    V2MessageInspector(V2Keys keys) {
        this.keys = keys;
    }

    MessageInspection inspect(byte[] xml, String... nestedElements) {
        MessageInspection.Builder checks = new MessageInspection.Builder();
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            V2Xml.read(xml, "xml", Set.of(nestedElements)).forEach((name, value) -> {
                // No signature covers what is nested.
                if (value instanceof String text) {
                    fields.put(name, text);
                }
            });
        } catch (XmlFormatException e) {
            checks.failed(XML, String.valueOf(e.getMessage()));
            return checks.build();
        }
        checks.passed(XML, fields.size() + " fields");
        String sign = fields.get(SIGN);
        if (sign == null && fields.containsKey(REFUND)) {
            refund(checks, fields);
        } else if (sign == null || sign.isEmpty()) {
            checks.failed(MessageInspector.SIGNATURE, "there is no field sign: the message is not signed");
        } else {
            checks.signed(V2Signer.signedTextWithoutKey(fields) + KEY_PLACE);
            signature(checks, fields, sign);
        }
        return checks.build();
    }

    private void signature(MessageInspection.Builder checks, Map<String, String> fields, String sign) {
        String named = fields.getOrDefault("sign_type", fields.getOrDefault("algorithm", ""));
        SignType type = SignType.ofSignature(sign);
        if (type == null) {
            checks.failed(ALGORITHM, "sign must have 32 characters (MD5) or 64 (HMAC-SHA256); it has " + sign.length());
            checks.skipped(MessageInspector.SIGNATURE, "its algorithm is unknown");
            return;
        }
        if (named.isEmpty() || named.equals(type.value())) {
            checks.passed(ALGORITHM, type.value());
        } else {
            checks.failed(
                    ALGORITHM,
                    "sign_type is " + ForeignText.shown(named) + ", but sign is as long as one of " + type.value());
        }
        V2Signer signer = keys.signer();
        if (signer == null) {
            checks.skipped(MessageInspector.SIGNATURE, "configure v2Key, the APIv2 key");
        } else if (signer.verify(fields, type, sign)) {
            checks.passed(MessageInspector.SIGNATURE, "valid for the fields of the message and the APIv2 key");
        } else if (signer.verify(fields, type, sign.toUpperCase(Locale.ROOT))) {
            checks.failed(MessageInspector.SIGNATURE, "wrong: it is in lower case, and must be in capitals");
        } else {
            checks.failed(
                    MessageInspector.SIGNATURE,
                    "wrong: a field was changed or is missing, or v2Key is not this merchant's APIv2 key. Empty fields"
                            + " and sign itself are not signed, and values are signed as text, without XML escapes");
        }
    }

    /**
     * A refund notification is not signed: its encryption with the APIv2 key proves the sender of that field, and nothing
     * proves the fields beside it.
     */
    private void refund(MessageInspection.Builder checks, Map<String, String> fields) {
        String ciphertext = String.valueOf(fields.get(REFUND));
        List<String> unproven = fields.keySet().stream()
                .filter(name -> !name.equals(REFUND))
                .sorted()
                .toList();
        if (!ENVELOPE.containsAll(unproven)) {
            checks.failed(
                    MessageInspector.PROOF,
                    "a refund notification without a signature has only " + String.join(", ", new TreeSet<>(ENVELOPE))
                            + " beside " + REFUND + "; anyone could have added others (has "
                            + ForeignText.shown(String.join(", ", unproven)) + ")");
            return;
        }
        if (keys.refundCipher() == null) {
            checks.skipped(MessageInspector.PROOF, "configure v2Key, the APIv2 key");
            return;
        }
        Optional<byte[]> plain = keys.refundCipher().decrypt(ciphertext);
        boolean readable = false;
        if (plain.isPresent()) {
            try {
                V2Xml.read(plain.get(), "root", Integer.MAX_VALUE);
                readable = true;
            } catch (XmlFormatException e) {
                // The encryption has no tag, so only readable XML proves the key.
            }
        }
        if (readable) {
            checks.passed(
                    MessageInspector.PROOF,
                    REFUND + " is encrypted with the APIv2 key; nothing proves " + String.join(", ", unproven));
        } else {
            checks.failed(
                    MessageInspector.PROOF,
                    REFUND + " cannot be decrypted: v2Key is not the APIv2 key that encrypted it");
        }
    }
}
