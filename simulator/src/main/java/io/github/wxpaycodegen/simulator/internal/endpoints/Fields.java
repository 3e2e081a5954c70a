package io.github.wxpaycodegen.simulator.internal.endpoints;

import java.util.Map;

/** Reads fields of requests. */
final class Fields {
    private Fields() {}

    /** Returns the first field that has a text; an empty text if there is none. */
    static String text(Map<String, String> request, String... names) {
        for (String name : names) {
            String value = request.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    /** Returns an amount, which the field rules have validated; 0 if it is absent. */
    static long amount(Map<String, String> request, String name) {
        return Long.parseLong(request.getOrDefault(name, "0"));
    }

    /** Returns true if a field that selects has this value, or is absent, so that it selects all. */
    static boolean isOrAbsent(Map<String, String> request, String name, String value) {
        String wanted = text(request, name);
        return wanted.isEmpty() || wanted.equals(value);
    }
}
