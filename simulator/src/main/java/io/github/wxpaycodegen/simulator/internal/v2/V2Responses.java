package io.github.wxpaycodegen.simulator.internal.v2;

import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.ResponseKind;
import io.github.wxpaycodegen.generator.model.Root;
import io.github.wxpaycodegen.simulator.internal.keys.Suite;
import io.github.wxpaycodegen.simulator.internal.specs.Operations;
import io.github.wxpaycodegen.simulator.internal.specs.Types;
import io.github.wxpaycodegen.simulator.internal.values.ObjectNode;
import io.github.wxpaycodegen.simulator.internal.values.SampleValues;
import io.github.wxpaycodegen.simulator.internal.values.TextRules;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fields of the gateway's answers, before they are signed. */
final class V2Responses {
    /** What only a failure has. */
    private static final Set<String> ERROR_FIELDS = Set.of("err_code", "err_code_des", "error_code", "error_code_des");

    /** What says that all went well, where the spec has it. */
    private static final Map<String, String> SUCCESS =
            Map.of("return_code", "SUCCESS", "return_msg", "OK", "result_code", "SUCCESS");

    private final Types types;
    private final TextRules textRules;
    private final SampleValues samples;
    private final Set<String> callerFields;
    private final String mchid;
    private final String appid;
    private final PublicKey merchantKey;

    /**
     * Creates the responses for a merchant.
     *
     * @param merchantKey for which the encrypted fields are encrypted
     */
    V2Responses(Operations operations, String mchid, String appid, PublicKey merchantKey) {
        this.types = operations.types();
        this.textRules = new TextRules(types);
        this.samples = new SampleValues(types);
        this.callerFields = operations.callerFields(Root.V2);
        this.mchid = mchid;
        this.appid = appid;
        this.merchantKey = merchantKey;
    }

    /** The call is not taken. */
    static Map<String, String> failure(V2Refusal.Protocol refusal) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("return_code", "FAIL");
        fields.put("return_msg", refusal.returnMsg());
        return fields;
    }

    /** The call is taken and not done. */
    Map<String, String> failure(Operation operation, V2Refusal.Business refusal, Map<String, String> request) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("return_code", "SUCCESS");
        fields.put("return_msg", "OK");
        Set<String> parties = PartyFields.of(operation);
        for (Field field : errorShape(operation)) {
            party(field, parties, request).ifPresent(value -> fields.put(field.name(), value));
        }
        fields.put("result_code", "FAIL");
        boolean named =
                errorShape(operation).stream().noneMatch(field -> field.name().equals("error_code"));
        fields.put(named ? "err_code" : "error_code", refusal.code());
        fields.put(named ? "err_code_des" : "error_code_des", refusal.description());
        return fields;
    }

    /** The call is done: a value for every field of the response, that of the request where it has one by that name. */
    Map<String, String> success(Operation operation, Map<String, String> request) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("return_code", "SUCCESS");
        addFields(fields, operation.response().shape(), IndexedNames.NONE, request);
        operation.effects().echoes().stream()
                .filter(request::containsKey)
                .forEach(name -> fields.put(name, request.get(name)));
        return fields;
    }

    /**
     * The call is done, and what it leads to is known: a field is there only where its value is.
     *
     * @param values by name; those that the spec does not have are left out
     */
    Map<String, String> known(Operation operation, Map<String, String> request, Map<String, String> values) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("return_code", "SUCCESS");
        Map<String, String> all = new HashMap<>(values);
        Set<String> parties = PartyFields.of(operation);
        for (Field field : operation.response().shape().fields()) {
            party(field, parties, request).ifPresent(value -> all.putIfAbsent(field.name(), value));
        }
        addKnown(fields, operation.response().shape(), IndexedNames.NONE, all);
        return fields;
    }

    /** Adds what is known, and says whether any of it was. */
    private boolean addKnown(
            Map<String, String> out, ObjectShape shape, IndexedNames names, Map<String, String> values) {
        boolean any = false;
        for (Field field : shape.fields()) {
            if (field.indexed()) {
                ObjectShape group = types.objectOf(field).orElseThrow();
                for (int i = 0; addKnown(out, group, names.at(i), values); i++) {
                    any = true;
                }
                continue;
            }
            String name = names.of(field.name());
            Optional<String> value = known(field, name, values);
            value.ifPresent(text -> out.put(name, text));
            any |= value.isPresent();
        }
        return any;
    }

    private Optional<String> known(Field field, String name, Map<String, String> values) {
        String always = name.equals("nonce_str") ? samples.text(field, name) : SUCCESS.get(name);
        return Optional.ofNullable(always == null ? values.get(name) : always);
    }

    /** Encrypts the values of encrypted fields for the merchant. */
    void encrypt(Operation operation, Map<String, String> fields) {
        operation.response().shape().fields().stream()
                .filter(V2Decryption::isEncrypted)
                .forEach(field -> fields.computeIfPresent(
                        field.name(), (name, plain) -> Suite.of(merchantKey).encryptField(merchantKey, plain)));
    }

    /** The fields of the answer that are no text of one element each, for an answer that is done. */
    ObjectNode nested(Operation operation) {
        ObjectNode nested = new ObjectNode();
        operation.response().shape().fields().stream()
                .filter(field -> !types.isFlat(field))
                .forEach(field -> nested.set(field.name(), samples.json(field)));
        return nested;
    }

    /** The answer of an operation that answers JSON. */
    ObjectNode jsonSuccess(Operation operation) {
        ObjectNode document = new ObjectNode();
        operation.response().shape().fields().forEach(field -> document.set(field.name(), samples.json(field)));
        return document;
    }

    /** Its failure, as the one such operation has it. */
    static ObjectNode jsonFailure(V2Refusal refusal) {
        return new ObjectNode().put("retcode", -1).put("retmsg", refusal.text());
    }

    private static List<Field> errorShape(Operation operation) {
        return operation.response().kind() == ResponseKind.STREAM
                ? operation.response().errorFields()
                : operation.response().shape().fields();
    }

    private void addFields(
            Map<String, String> out, ObjectShape shape, IndexedNames names, Map<String, String> request) {
        for (Field field : shape.fields()) {
            if (field.indexed()) {
                for (int i = 0; i < SampleValues.elements(field); i++) {
                    addFields(out, types.objectOf(field).orElseThrow(), names.at(i), request);
                }
            } else if (types.isFlat(field) && !ERROR_FIELDS.contains(field.name())) {
                String name = names.of(field.name());
                out.putIfAbsent(name, value(field, name, request));
            }
        }
    }

    private String value(Field field, String name, Map<String, String> request) {
        if (SUCCESS.containsKey(name)) {
            return SUCCESS.get(name);
        }
        if (isIdentity(field)) {
            return identity(field, request);
        }
        String echo = request.getOrDefault(name, "");
        boolean echoes = !echo.isEmpty()
                && field.wire().encoded().isEmpty()
                && textRules.problem(field, echo).isEmpty();
        return echoes ? echo : samples.text(field, name);
    }

    /** Returns the party that a field names: as the request names it, or else the caller; empty if it names none. */
    private Optional<String> party(Field field, Set<String> parties, Map<String, String> request) {
        if (isIdentity(field)) {
            return Optional.of(identity(field, request));
        }
        return parties.contains(field.name())
                ? Optional.of(request.getOrDefault(field.name(), "")).filter(value -> !value.isEmpty())
                : Optional.empty();
    }

    private boolean isIdentity(Field field) {
        return field.name().equals("appid") || callerFields.contains(field.name());
    }

    private String identity(Field field, Map<String, String> request) {
        String echo = request.getOrDefault(field.name(), "");
        if (!echo.isEmpty()) {
            return echo;
        }
        return field.name().equals("appid") ? appid : mchid;
    }
}
