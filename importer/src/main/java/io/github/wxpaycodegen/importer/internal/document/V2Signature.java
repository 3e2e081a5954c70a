package io.github.wxpaycodegen.importer.internal.document;

import java.util.List;
import java.util.Set;

/** The fields of a v2 request that the client adds itself, and a spec therefore does not declare. */
public final class V2Signature {
    private static final Set<String> FIELDS = Set.of("sign", "nonce_str");

    private V2Signature() {}

    /**
     * Returns a v2 operation without its signature and its nonce. A signed request that has no nonce is marked as
     * such; other protocols are returned as they are.
     */
    public static ApiOperation omitted(ApiOperation operation) {
        if (!operation.uri().startsWith("v2/")) {
            return operation;
        }
        ApiOperation result = operation;
        for (Section section : List.of(Section.QUERY, Section.REQUEST)) {
            List<ApiField> fields = operation.fields(section);
            if (has(fields, "sign")
                    && !has(fields, "nonce_str")
                    && !operation.attributes().containsKey("body")) {
                result = result.with("nonceless", true);
            }
            if (fields.stream().anyMatch(field -> FIELDS.contains(field.name()))) {
                result = result.with(
                        section,
                        fields.stream()
                                .filter(field -> !FIELDS.contains(field.name()))
                                .toList());
            }
        }
        return result;
    }

    private static boolean has(List<ApiField> fields, String name) {
        return fields.stream().anyMatch(field -> field.name().equals(name));
    }
}
