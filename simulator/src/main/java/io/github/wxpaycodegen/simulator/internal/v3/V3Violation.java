package io.github.wxpaycodegen.simulator.internal.v3;

import io.github.wxpaycodegen.simulator.internal.values.ObjectNode;

/**
 * A rule that a v3 request breaks.
 *
 * @param location {@code path}, {@code query}, {@code header} or {@code body}
 * @param field by its path: {@code amount.total}
 * @param value as it was sent; empty where there is none
 * @param issue what is wrong
 * @param text the same with the field, for whoever reads the message alone
 */
record V3Violation(String location, String field, String value, String issue, String text) {
    /** Of one field; the issue is the end of a sentence that begins with it. */
    V3Violation(String location, String field, String value, String issue) {
        this(location, field, value, issue, field + " " + issue);
    }

    /** Of several fields, which the issue names. */
    static V3Violation ofGroup(String location, String firstField, String issue) {
        return new V3Violation(location, firstField, "", issue, issue);
    }

    static V3Violation missing(String location, String field) {
        return new V3Violation(location, field, "", "is missing");
    }

    /** What the gateway says in {@code detail}: a field of the body is named by its JSON pointer. */
    ObjectNode detail() {
        ObjectNode detail = new ObjectNode();
        boolean body = location.equals("body");
        detail.put("field", body ? "/" + field.replaceAll("[.\\[]", "/").replace("]", "") : field);
        if (!value.isEmpty()) {
            detail.put("value", value);
        }
        return detail.put("issue", issue).put("location", location);
    }
}
