package io.github.wxpaycodegen.generator.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of an operation or a notification.
 *
 * @param name {@code POST /v2/wxv/cancelbill}, or {@code v3 REFUND.SUCCESS}
 * @param headers what is known of it as a whole
 * @param fields in their order; the documentation gives some more than once
 */
record Message(String name, Map<String, String> headers, List<FieldLine> fields) {
    Message(String name) {
        this(name, new LinkedHashMap<>(), new ArrayList<>());
    }

    void header(String key, String value) {
        headers.put(key, value);
    }

    void header(String key, boolean present) {
        if (present) {
            header(key, "true");
        }
    }

    /**
     * A field.
     *
     * @param place the part and the path: {@code request.amount.total}
     * @param aspects {@code type}, {@code required} and so on
     */
    record FieldLine(String place, Map<String, String> aspects) {}
}
