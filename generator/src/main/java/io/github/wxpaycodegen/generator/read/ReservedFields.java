package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.model.Field;
import java.util.List;
import java.util.Set;

/** Rejects fields that the client itself adds to a signed v2 message. */
final class ReservedFields {
    private static final Set<String> NAMES = Set.of("sign", "nonce_str");

    private ReservedFields() {}

    /**
     * Checks the fields of a message.
     *
     * @param what the name of the message, for errors
     */
    static void check(List<Field> fields, String what, Problems problems) {
        for (Field field : fields) {
            if (NAMES.contains(field.name())) {
                problems.add(
                        Code.RESERVED_FIELD,
                        field.span(),
                        "the client itself adds `" + field.name() + "`",
                        "remove the field from the " + what);
            }
        }
    }
}
