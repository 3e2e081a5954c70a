package io.github.wxpaycodegen.generator.lint;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldEncryption;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.SharedType.TypeShape;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Finds requests that declare the header {@code Wechatpay-Serial} and encrypt nothing. The header names the key of the
 * encrypted fields, so a page that lists it has such fields.
 */
final class SerialLint {
    private static final String HEADER = "Wechatpay-Serial";

    private final Map<String, SharedType> types = new HashMap<>();

    private SerialLint(Specs specs) {
        specs.types().forEach(type -> types.put(type.id(), type));
    }

    static void check(Specs specs, List<Diagnostic> findings) {
        SerialLint lint = new SerialLint(specs);
        for (Endpoint endpoint : specs.endpoints()) {
            for (Operation operation : endpoint.operations()) {
                operation.request().headers().stream()
                        .filter(header -> header.name().equalsIgnoreCase(HEADER))
                        .filter(header -> !lint.encrypts(operation))
                        .forEach(header -> findings.add(Diagnostic.of(
                                Code.SERIAL_WITHOUT_CIPHERTEXT,
                                header.span(),
                                "the request has the header `" + header.name() + "`, but encrypts no field",
                                "`encrypted: rsa-pubkey` at the fields that the official page encrypts; the client"
                                        + " itself adds the header")));
            }
        }
    }

    /** Returns whether the request of an operation has an encrypted field. */
    static boolean encrypts(Specs specs, Operation operation) {
        return new SerialLint(specs).encrypts(operation);
    }

    private boolean encrypts(Operation operation) {
        List<Field> fields = new ArrayList<>(operation.request().path());
        fields.addAll(operation.request().given());
        return encrypts(fields, new HashSet<>());
    }

    private boolean encrypts(List<Field> fields, Set<String> seen) {
        return fields.stream().anyMatch(field -> encrypts(field, seen));
    }

    private boolean encrypts(Field field, Set<String> seen) {
        if (field.wire().encrypted().filter(FieldEncryption.RSA_PUBKEY::equals).isPresent()) {
            return true;
        }
        if (field.type() instanceof FieldType.InlineObject inline) {
            return encrypts(inline.shape().fields(), seen);
        }
        return field.type() instanceof FieldType.Reference reference
                && seen.add(reference.typeId())
                && Objects.requireNonNull(types.get(reference.typeId())).shape() instanceof TypeShape.OfObject object
                && encrypts(object.shape().fields(), seen);
    }
}
