package io.github.wxpaycodegen.simulator.internal.v3;

import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldEncryption;
import io.github.wxpaycodegen.simulator.internal.keys.V3Caller;
import io.github.wxpaycodegen.simulator.internal.specs.CallerFields;
import io.github.wxpaycodegen.simulator.internal.specs.Types;
import io.github.wxpaycodegen.simulator.internal.values.LimitRules;
import io.github.wxpaycodegen.simulator.internal.values.TextRules;
import java.util.Optional;

/** The rules for a value that is text on the wire, in a body, a query, a path or a header. */
public final class V3TextRules {
    private final TextRules textRules;
    private final V3Decryption decryption;
    private final V3Caller caller;

    /**
     * Creates the rules for one request.
     *
     * @param caller who signed it
     */
    V3TextRules(Types types, V3Decryption decryption, V3Caller caller) {
        this.textRules = new TextRules(types);
        this.decryption = decryption;
        this.caller = caller;
    }

    /** Returns whether the field names the account that calls, and the value is another account. */
    boolean isForeign(Field field, String value) {
        return CallerFields.contain(caller.root(), field) && !value.isEmpty() && !value.equals(caller.id());
    }

    /** Returns the name of the number of the account that calls, as the header {@code Authorization} has it. */
    String callerIdName() {
        return caller.idName();
    }

    public static boolean isEncrypted(Field field) {
        return field.wire()
                .encrypted()
                .filter(FieldEncryption.RSA_PUBKEY::equals)
                .isPresent();
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
        return fourBytes && !field.wire().emoji()
                ? Optional.of("has a character of four UTF-8 bytes")
                : Optional.empty();
    }
}
