package io.github.wxpaycodegen.simulator.internal.v2;

import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.ResponseKind;
import io.github.wxpaycodegen.generator.model.Root;
import io.github.wxpaycodegen.simulator.internal.keys.Suite;
import io.github.wxpaycodegen.simulator.internal.specs.Operations;
import io.github.wxpaycodegen.simulator.internal.specs.Types;
import io.github.wxpaycodegen.simulator.internal.values.KnownValues;
import io.github.wxpaycodegen.simulator.internal.values.ObjectNode;
import io.github.wxpaycodegen.simulator.internal.values.SampleOmissions;
import io.github.wxpaycodegen.simulator.internal.values.SamplePage;
import io.github.wxpaycodegen.simulator.internal.values.SampleValues;
import io.github.wxpaycodegen.simulator.internal.values.TextRules;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The fields of v2 responses, before they are signed. */
final class V2Responses {
    /** Fields of failures. */
    private static final Set<String> ERROR_FIELDS = Set.of("err_code", "err_code_des", "error_code", "error_code_des");

    /** Fields that report success, if the spec declares them. */
    private static final Map<String, String> SUCCESS =
            Map.of("return_code", "SUCCESS", "return_msg", "OK", "result_code", "SUCCESS");

    private final Types types;
    private final TextRules textRules;
    private final SampleValues samples;
    private final Set<String> callerFields;
    private final String mchid;
    private final String appid;
    private final PublicKey merchantKey;
    private final KnownValues knownValues;

    /**
     * Creates the responses for a merchant.
     *
     * @param merchantKey encrypts the encrypted fields
     */
    V2Responses(Operations operations, String mchid, String appid, PublicKey merchantKey) {
        this.types = operations.types();
        this.textRules = new TextRules(types);
        this.samples = SampleValues.ofV2(types);
        this.knownValues = new KnownValues(types);
        this.callerFields = operations.callerFields(Root.V2);
        this.mchid = mchid;
        this.appid = appid;
        this.merchantKey = merchantKey;
    }

    /** Returns the response to a message that was rejected. */
    static Map<String, String> failure(V2Refusal.Protocol refusal) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("return_code", "FAIL");
        fields.put("return_msg", refusal.returnMsg());
        return fields;
    }

    /** Returns the response of an operation that was not performed. */
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

    /**
     * Returns a response with a value in every field, except those that this request rules out: the value of the request if it
     * has the field, a sample otherwise.
     */
    Map<String, String> success(Operation operation, Map<String, String> request) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("return_code", "SUCCESS");
        Optional<SamplePage> page = SamplePage.of(operation, request);
        addFields(fields, operation.response().shape(), IndexedNames.NONE, request, page);
        page.flatMap(each -> each.pages().total())
                .ifPresent(name -> fields.put(name, Integer.toString(SamplePage.TOTAL)));
        new SampleOmissions(types, operation, request)
                .removeFrom(operation.response().shape(), fields);
        operation.effects().echoes().stream()
                .filter(request::containsKey)
                .forEach(name -> fields.put(name, request.get(name)));
        return fields;
    }

    /**
     * Returns a response with only known values: a field is present only if its value is known.
     *
     * @param values by name; undeclared ones are omitted
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

    /** Adds the known values of a shape; returns true if there were any. */
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

    /** Encrypts the encrypted fields for the merchant. */
    void encrypt(Operation operation, Map<String, String> fields) {
        operation.response().shape().fields().stream()
                .filter(V2Decryption::isEncrypted)
                .forEach(field -> fields.computeIfPresent(
                        field.name(), (name, plain) -> Suite.of(merchantKey).encryptField(merchantKey, plain)));
    }

    /** Returns samples of the nested fields of a successful response. */
    ObjectNode nested(Operation operation) {
        ObjectNode nested = new ObjectNode();
        nestedFields(operation).forEach(field -> nested.set(field.name(), samples.json(field)));
        return nested;
    }

    /**
     * Returns the nested fields of a response with only known values.
     *
     * @param values by path; undeclared ones are omitted
     */
    ObjectNode knownNested(Operation operation, Map<String, String> values) {
        ObjectNode all = knownValues.document(operation.response().shape(), values);
        ObjectNode nested = new ObjectNode();
        nestedFields(operation)
                .filter(field -> all.has(field.name()))
                .forEach(field -> nested.set(field.name(), all.required(field.name())));
        return nested;
    }

    private Stream<Field> nestedFields(Operation operation) {
        return operation.response().shape().fields().stream().filter(field -> !types.isFlat(field));
    }

    /** Returns the response of an operation whose responses are JSON. */
    ObjectNode jsonSuccess(Operation operation) {
        ObjectNode document = new ObjectNode();
        operation.response().shape().fields().forEach(field -> document.set(field.name(), samples.json(field)));
        return document;
    }

    /** Returns the failure of an operation whose responses are JSON. */
    static ObjectNode jsonFailure(V2Refusal refusal) {
        return new ObjectNode().put("retcode", -1).put("retmsg", refusal.text());
    }

    private static List<Field> errorShape(Operation operation) {
        return operation.response().kind() == ResponseKind.STREAM
                ? operation.response().errorFields()
                : operation.response().shape().fields();
    }

    /** @param page the page that the request chose; empty within a group, and if the response has no pages */
    private void addFields(
            Map<String, String> out,
            ObjectShape shape,
            IndexedNames names,
            Map<String, String> request,
            Optional<SamplePage> page) {
        for (Field field : shape.fields()) {
            if (field.indexed()) {
                ObjectShape group = types.objectOf(field).orElseThrow();
                Optional<SamplePage> of =
                        page.filter(each -> each.pages().items().equals(field.name()));
                int elements = of.map(SamplePage::items).orElseGet(() -> SampleValues.elements(field));
                for (int i = 0; i < elements; i++) {
                    IndexedNames at = names.at(i);
                    int position = i;
                    addFields(out, group, at, request, Optional.empty());
                    of.ifPresent(each -> SamplePage.distinctField(group)
                            .ifPresent(member -> out.computeIfPresent(
                                    at.of(member.name()), (name, sample) -> each.distinct(sample, position))));
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

    /** Returns the party for a field: as in the request, or else the caller; empty if the field names no party. */
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
