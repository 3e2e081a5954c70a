package io.github.wxpaycodegen.runtime.bill;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of the columns, and their positions. */
final class Header {
    private static final String IN_YUAN = "(元)";

    private final List<String> names;
    private final Map<String, Integer> places = new HashMap<>();

    Header(String[] names, long line) {
        this.names = List.of(names);
        for (int i = 0; i < names.length; i++) {
            if (places.put(names[i], i) != null) {
                throw BillFormatException.inLine(line, "two columns have the same name", null);
            }
        }
        for (int i = 0; i < names.length; i++) {
            places.putIfAbsent(simplified(names[i]), i);
        }
    }

    List<String> names() {
        return names;
    }

    int size() {
        return names.size();
    }

    /** Returns the position of the first of the names that is a column; -1 if none is. */
    int find(String name, String... others) {
        int place = find(name);
        for (int i = 0; place < 0 && i < others.length; i++) {
            place = find(others[i]);
        }
        return place;
    }

    private int find(String name) {
        Integer place = places.get(name);
        if (place == null) {
            place = places.get(simplified(name));
        }
        return place == null ? -1 : place;
    }

    /** Bills differ in the width of parentheses and in whether a name ends with the unit. */
    private static String simplified(String name) {
        String narrow = name.replace('（', '(').replace('）', ')').replace(" ", "");
        return narrow.endsWith(IN_YUAN) ? narrow.substring(0, narrow.length() - IN_YUAN.length()) : narrow;
    }
}
