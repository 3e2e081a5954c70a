package io.github.wxpaycodegen.importer.internal.merge;

import io.github.wxpaycodegen.importer.internal.document.ApiField;
import io.github.wxpaycodegen.importer.internal.document.ApiOperation;
import io.github.wxpaycodegen.importer.internal.document.Section;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds to new operations what the conventions of WeChat Pay say and sources leave out. */
final class NewOperations {
    private static final Map<String, String> FILLS = Map.of(
            "appid", "appid",
            "mchid", "mchid",
            "mch_id", "mchid",
            "sub_appid", "sub_appid",
            "sub_mchid", "sub_mchid",
            "sub_mch_id", "sub_mchid");
    private static final List<Object> SIGN_TYPES = List.of("HMAC-SHA256", "MD5");

    private NewOperations() {}

    /**
     * Returns an operation whose ids come from the configuration, whose signature has a default algorithm, whose
     * results are those of v2, and which changes nothing if it is a GET.
     *
     * @param specs the paths of the present specs
     */
    static ApiOperation enriched(ApiOperation operation, Set<String> specs) {
        ApiOperation enriched = operation;
        for (Section section : List.of(Section.QUERY, Section.REQUEST)) {
            if (!operation.fields(section).isEmpty()) {
                enriched = enriched.with(
                        section,
                        operation.fields(section).stream()
                                .map(NewOperations::sent)
                                .toList());
            }
        }
        boolean results = operation.uri().startsWith("v2/") && specs.contains("v2/_types.yaml");
        if (results) {
            enriched = enriched.with(
                    Section.RESPONSE,
                    operation.fields(Section.RESPONSE).stream()
                            .map(NewOperations::result)
                            .toList());
        }
        boolean query = operation.method().equals("get")
                && !operation.attributes().containsKey("readOnly")
                && !"redirect".equals(operation.attributes().get("responseKind"))
                && !operation.uri().startsWith("v2/");
        return query ? enriched.with("readOnly", true) : enriched;
    }

    private static ApiField sent(ApiField field) {
        String fill = FILLS.get(field.name());
        if (fill != null && "string".equals(field.attributes().get("type"))) {
            return field.attributes().containsKey("fill") ? field : field.with("fill", fill);
        }
        Object values = field.attributes().get("enum");
        if (!(values instanceof List<?> list)
                || list.isEmpty()
                || field.attributes().containsKey("default")) {
            return field;
        }
        boolean required = Boolean.TRUE.equals(field.attributes().get("required"));
        if (required && list.size() == 1 && list.get(0) instanceof String only) {
            return field.with("default", only);
        }
        boolean algorithm =
                field.name().equals("sign_type") && list.contains("HMAC-SHA256") && SIGN_TYPES.containsAll(list);
        return algorithm ? field.with("default", "HMAC-SHA256") : field;
    }

    private static ApiField result(ApiField field) {
        boolean result = List.of("SUCCESS", "FAIL").equals(field.attributes().get("enum"));
        return switch (field.name()) {
            case "return_code" -> result ? field.without("enum").with("type", "v2/ReturnCode") : field;
            case "result_code" -> result ? field.without("enum").with("type", "v2/ResultCode") : field;
            default -> field;
        };
    }
}
