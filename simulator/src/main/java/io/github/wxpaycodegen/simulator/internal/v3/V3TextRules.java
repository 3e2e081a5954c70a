package io.github.wxpaycodegen.simulator.internal.v3;

import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldEncryption;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.simulator.internal.keys.V3Caller;
import io.github.wxpaycodegen.simulator.internal.specs.CallerFields;
import io.github.wxpaycodegen.simulator.internal.specs.Types;
import io.github.wxpaycodegen.simulator.internal.values.LimitRules;
import io.github.wxpaycodegen.simulator.internal.values.PaidAmounts;
import io.github.wxpaycodegen.simulator.internal.values.TextRules;
import java.util.Optional;
import java.util.Set;

/** Rules for values that are text on the wire, in a body, a query, a path or a header. */
public final class V3TextRules {
    private final TextRules textRules;
    private final V3Decryption decryption;
    private final V3Caller caller;
    private final Set<String> callerFields;

    /**
     * Creates the rules for one request.
     *
     * @param caller the account that signed the request
     */
    V3TextRules(Types types, PaidAmounts amounts, V3Decryption decryption, V3Caller caller, Operation operation) {
        this.textRules = new TextRules(types, amounts);
        this.decryption = decryption;
        this.caller = caller;
        this.callerFields = CallerFields.byTitle(caller.root(), operation);
    }

    /**
     * Returns true if the field should contain the id of the calling account, but has another value.
     *
     * @param path the path of the field in the request, its name if it is not part of an object
     */
    boolean isForeign(Field field, String path, String value) {
        boolean own = CallerFields.contain(caller.root(), field) || callerFields.contains(path);
        return own && !value.isEmpty() && !value.equals(caller.id());
    }

    /** Returns the name of the account id in the header {@code Authorization}. */
    String callerIdName() {
        return caller.idName();
    }

    /** Returns true if the sender encrypts a field. */
    public static boolean isEncrypted(Field field) {
        return field.wire()
                .encrypted()
                .filter(FieldEncryption.RSA_PUBKEY::equals)
                .isPresent();
    }

    /** Returns the plain text of a field; empty if it could not be decrypted. */
    Optional<String> plaintext(Field field, String value) {
        return isEncrypted(field) ? decryption.decrypt(value) : Optional.of(value);
    }

    /** Returns the error of a value as received; empty if it is valid. */
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

    /** Returns the error of the characters of a text; empty if they are valid. */
    static Optional<String> characterProblem(Field field, String text) {
        boolean fourBytes = text.codePoints().anyMatch(character -> character > 0xFFFF);
        return fourBytes && !field.wire().emoji()
                ? Optional.of("contains a character that needs four bytes in UTF-8")
                : Optional.empty();
    }
}
