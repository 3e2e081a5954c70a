package io.github.wxpaycodegen.simulator.internal.values;

import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.MerchantRole;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.simulator.internal.specs.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The optional fields that a sample response leaves out, because no response has all of them: those of service providers if
 * the merchant calls for itself, those of such merchants if a service provider calls, and the reason of a failure beside the
 * state of a success. Fields of the request stay.
 */
public final class SampleOmissions {
    private static final String PROVIDER = "sp_";
    private static final String V2_MERCHANT = "mch_id";
    private static final String MERCHANT = "mchid";

    /** Fields that only service providers receive. */
    private static final Pattern OF_PROVIDERS = Pattern.compile("(sp|sub)_(mchid|mch_id|appid|openid|is_subscribe)");
    /** Fields of a request that name a sub-merchant or a service provider, at any depth. */
    private static final Pattern NAMES_PROVIDER = Pattern.compile("(.*[.])?(sp_mchid|sub_mchid|sub_mch_id)");

    private static final Pattern STATE = Pattern.compile("(.+_)?(state|status|result|result_code)");
    private static final Pattern FAILED =
            Pattern.compile(".*(FAIL|CLOSE|REJECT|ABNORMAL|CANCEL|ERROR|REVOKE|INVALID|EXPIRE|UNCLAIMED|DENIED).*");
    private static final Pattern REASON = Pattern.compile(
            "(.+_)?(fail|failed|close|closed|reject)_(reason|detail)|(.+_)?(err|error|fail)_(code|code_des|msg|message|param)"
                    + "|audit_detail");

    private final Types types;
    private final Map<String, String> request;
    private final boolean ofProvider;

    /**
     * Creates the omissions of a response.
     *
     * @param request the fields of the request, by path
     */
    public SampleOmissions(Types types, Operation operation, Map<String, String> request) {
        this.types = types;
        this.request = request;
        List<MerchantRole> roles = operation.documentation().roles();
        this.ofProvider = request.entrySet().stream()
                        .anyMatch(field -> !field.getValue().isEmpty()
                                && NAMES_PROVIDER.matcher(field.getKey()).matches())
                || (!roles.isEmpty() && !roles.contains(MerchantRole.DIRECT_MERCHANT));
    }

    /** Removes the fields from a JSON response. */
    public void removeFrom(ObjectShape shape, ObjectNode response) {
        removeFrom(shape, "", response, Optional.empty());
    }

    /** @param outer true if a state of the enclosing object is that of a failure; empty if it has no state */
    private void removeFrom(ObjectShape shape, String path, ObjectNode object, Optional<Boolean> outer) {
        Optional<Boolean> failed = failed(shape, name -> text(object.get(name))).or(() -> outer);
        for (Field field : shape.fields()) {
            String at = Flattened.member(path, field.name());
            JsonNode value = object.get(field.name());
            if (omits(shape, field, at, failed)) {
                object.remove(field.name());
            } else if (value != null && field.wire().encoded().isEmpty()) {
                types.objectOf(field).ifPresent(inner -> removeFromParts(inner, at, value, failed));
            }
        }
    }

    private void removeFromParts(ObjectShape shape, String path, JsonNode value, Optional<Boolean> failed) {
        if (value instanceof ObjectNode part) {
            removeFrom(shape, path, part, failed);
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                removeFrom(shape, Flattened.element(path, i), (ObjectNode) value.required(i), failed);
            }
        }
    }

    /** Removes the fields from a flat response. Those of groups stay. */
    public void removeFrom(ObjectShape shape, Map<String, String> response) {
        Optional<Boolean> failed = failed(shape, name -> response.getOrDefault(name, ""));
        shape.fields().stream()
                .filter(field -> !field.indexed() && omits(shape, field, field.name(), failed))
                .forEach(field -> response.remove(field.name()));
    }

    private boolean omits(ObjectShape shape, Field field, String path, Optional<Boolean> failed) {
        if (field.required() || request.containsKey(path)) {
            return false;
        }
        boolean ofOthers = ofProvider ? isOfMerchants(shape, field) : isOfProviders(shape, field);
        boolean reason = failed.isPresent()
                && !failed.get()
                && REASON.matcher(field.name()).matches();
        return ofOthers || reason;
    }

    /** Returns true if service providers receive another field of the shape in place of this one. */
    private static boolean isOfMerchants(ObjectShape shape, Field field) {
        return has(shape, PROVIDER + field.name()) || (field.name().equals(V2_MERCHANT) && has(shape, MERCHANT));
    }

    /** Returns true if only service providers receive a field. */
    private static boolean isOfProviders(ObjectShape shape, Field field) {
        return OF_PROVIDERS.matcher(field.name()).matches()
                || (field.name().equals(MERCHANT) && has(shape, V2_MERCHANT));
    }

    private static boolean has(ObjectShape shape, String name) {
        return shape.fields().stream().anyMatch(field -> field.name().equals(name));
    }

    /** Returns true if a state of an object is that of a failure; empty if it has no state. */
    private static Optional<Boolean> failed(ObjectShape shape, UnaryOperator<String> values) {
        return shape.fields().stream()
                .map(Field::name)
                .filter(name -> STATE.matcher(name).matches())
                .map(values)
                .filter(value -> !value.isEmpty())
                .map(value -> FAILED.matcher(value).matches())
                .reduce(Boolean::logicalOr);
    }

    private static String text(@Nullable JsonNode value) {
        return value == null || value.isContainer() ? "" : value.asString();
    }
}
