package io.github.wxpaycodegen.reference.snippet;

import com.palantir.javapoet.ClassName;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** Literals and class names of one piece of Java code, with the imports that it needs. */
final class JavaText {
    private static final String LANG = "java.lang";

    private final Map<String, ClassName> bySimpleName = new HashMap<>();
    private final TreeSet<String> imports = new TreeSet<>();

    /** Returns the name of a class in code, and imports it unless another class of that name is imported. */
    String type(ClassName name) {
        ClassName top = name.topLevelClassName();
        ClassName known = bySimpleName.putIfAbsent(top.simpleName(), top);
        if (known != null && !known.equals(top)) {
            return name.canonicalName();
        }
        if (!top.packageName().equals(LANG)) {
            imports.add(top.canonicalName());
        }
        return String.join(".", name.simpleNames());
    }

    /** Returns the import declarations, and an empty line if there is any. */
    String imports() {
        StringBuilder text = new StringBuilder();
        imports.forEach(each -> text.append("import ").append(each).append(";\n"));
        return imports.isEmpty() ? "" : text.append('\n').toString();
    }

    /** Returns the literal of a string. */
    static String literal(String text) {
        StringBuilder code = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            switch (each) {
                case '"' -> code.append("\\\"");
                case '\\' -> code.append("\\\\");
                case '\n' -> code.append("\\n");
                case '\r' -> code.append("\\r");
                case '\t' -> code.append("\\t");
                default -> code.append(each);
            }
        }
        return code.append('"').toString();
    }
}
