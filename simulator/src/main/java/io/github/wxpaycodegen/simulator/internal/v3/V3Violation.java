package io.github.wxpaycodegen.simulator.internal.v3;

import io.github.wxpaycodegen.simulator.internal.values.ObjectNode;

/**
 * A violation of the rules for v3 requests.
 *
 * @param location {@code path}, {@code query}, {@code header} or {@code body}
 * @param field the field by its path: {@code amount.total}
 * @param value the value in the request; empty if there is none
 * @param issue the error
 * @param text the error with the name of the field, for the message
 */
record V3Violation(String location, String field, String value, String issue, String text) {
    /** Creates a violation of one field; the issue is the end of a sentence that starts with the field. */
    V3Violation(String location, String field, String value, String issue) {
        this(location, field, value, issue, field + " " + issue);
    }

    /** Creates a violation of several fields, which the issue names. */
    static V3Violation ofGroup(String location, String firstField, String issue) {
        return new V3Violation(location, firstField, "", issue, issue);
    }

    static V3Violation missing(String location, String field) {
        return new V3Violation(location, field, "", "is missing");
    }

    /** Returns the {@code detail} of the response. It identifies fields of the body by JSON pointers. */
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
