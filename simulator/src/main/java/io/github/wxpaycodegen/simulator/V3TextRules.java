package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.generator.spec.Field;
import io.github.wxpaycodegen.generator.spec.FieldEncryption;
import java.util.Optional;

/** The rules for a value that is text on the wire, in a body, a query, a path or a header. */
final class V3TextRules {
    private final TextRules textRules;
    private final V3Decryption decryption;
    private final String mchid;

    /**
     * Creates the rules for one request.
     *
     * @param mchid of the merchant who signed it
     */
    V3TextRules(Types types, V3Decryption decryption, String mchid) {
        this.textRules = new TextRules(types);
        this.decryption = decryption;
        this.mchid = mchid;
    }

    /** Returns whether the field names the merchant who calls, and the value is another merchant. */
    boolean isForeign(Field field, String value) {
        return Merchants.isNamedBy(field) && !value.isEmpty() && !value.equals(mchid);
    }

    static boolean isEncrypted(Field field) {
        return field.encrypted().filter(FieldEncryption.RSA_PUBKEY::equals).isPresent();
    }

    /** The text of an encrypted field; empty if it cannot be had. */
    Optional<String> plaintext(Field field, String value) {
        return isEncrypted(field) ? decryption.decrypt(value) : Optional.of(value);
    }

    /** What is wrong with the value as it came; empty if it is right. */
    Optional<String> problem(Field field, String value) {
        if (value.isEmpty()) {
            return field.required() ? Optional.of("is empty") : LimitRules.lengthProblem(field.limits(), value);
        }
        Optional<String> plaintext = plaintext(field, value);
        if (plaintext.isEmpty()) {
            return Optional.of(decryption.problem());
        }
        return characterProblem(field, plaintext.get()).or(() -> textRules.problem(field, plaintext.get()));
    }

    /** What is wrong with the characters of the text. */
    static Optional<String> characterProblem(Field field, String text) {
        boolean fourBytes = text.codePoints().anyMatch(character -> character > 0xFFFF);
        return fourBytes && !field.emoji() ? Optional.of("has a character of four UTF-8 bytes") : Optional.empty();
    }
}
