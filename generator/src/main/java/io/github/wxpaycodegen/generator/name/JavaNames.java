package io.github.wxpaycodegen.generator.name;

import io.github.wxpaycodegen.generator.model.EnumValue;
import io.github.wxpaycodegen.generator.model.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Turns wire names into Java names. Words that Java or the generator needs for itself get a trailing underscore. */
public final class JavaNames {
    private static final Set<String> MEMBERS = Set.of(
            "builder",
            "toBuilder",
            "build",
            "readFrom",
            "fromJson",
            "toJson",
            "toMap",
            "writeTo",
            "writeFields",
            "unknownFields",
            "putFields",
            "putField",
            "putJsonField",
            "putEncryptedField",
            "removeDefault",
            "equals",
            "hashCode",
            "toString",
            "getClass",
            "notify",
            "notifyAll",
            "wait",
            "clone",
            "finalize",
            "context");
    /** Names of the methods that a chain interface has for the operations of its own URI. */
    private static final Set<String> OPERATIONS = Set.of("get", "post", "put", "patch", "delete", "list");

    /** Names in every emitted enum that no constant of a value may have. */
    private static final Set<String> ENUM_MEMBERS = Set.of("UNRECOGNIZED", "VALUES", "value");

    private static final Set<String> TYPES = Set.of(
            "Builder",
            "String",
            "Long",
            "Boolean",
            "Object",
            "Override",
            "Deprecated",
            "List",
            "Message",
            "Consumer",
            "UploadFile",
            "Nullable",
            "FieldReader",
            "FieldWriter",
            "BigDecimal",
            "OffsetDateTime");

    private static final Pattern NOT_ALPHANUMERIC = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern POSSIBLE = Pattern.compile("[{]?[A-Za-z][A-Za-z0-9_.{}-]*");
    private static final Pattern POSSIBLE_CONSTANT = Pattern.compile("[\\x20-\\x7e]*[A-Za-z0-9][\\x20-\\x7e]*");

    private JavaNames() {}

    /** Returns the name of the accessor and setter of the wire value of an enum; of a list of enums, of the wire values. */
    public static String wireValue(String member, boolean list) {
        String stem = member.endsWith("_") ? member.substring(0, member.length() - 1) : member;
        return stem + (list ? "Values" : "Value");
    }

    /** Returns the name of the method that adds an element to a list: {@code addSubOrder} for {@code sub_orders}. */
    public static String adder(Field list) {
        return "add" + element(list.javaName().orElse(list.name()));
    }

    /** The name of an accessor, a setter or a segment method. */
    public static String member(String wireName) {
        String camel = uncapitalize(pascal(wireName));
        return SourceVersion.isKeyword(camel) || MEMBERS.contains(camel) ? camel + "_" : camel;
    }

    /** The name of the method that leads to a segment. */
    public static String segment(String segment) {
        String name = member(segment);
        return OPERATIONS.contains(name) ? name + "_" : name;
    }

    /**
     * Returns the name of a type that a field declares in place and does not name. That of the elements of a list is singular: {@code SubOrder} for
     * {@code sub_orders} and {@code sub_order_list}.
     */
    public static String nestedType(Field field) {
        return field.list() || field.indexed() ? element(field.name()) : pascal(field.name());
    }

    /**
     * Returns the name of a nested type where it may stand: one that emitted code needs, or that a type around it has, begins
     * with the name of the type that it stands in.
     *
     * @param around the names of the types around it, the innermost last
     */
    public static String within(List<String> around, String name) {
        return isReservedType(name) || around.contains(name) ? around.get(around.size() - 1) + name : name;
    }

    private static String element(String wireName) {
        List<String> words = new ArrayList<>(List.of(withoutIndex(wireName).split("_")));
        if (words.size() > 1 && words.get(words.size() - 1).equals("list")) {
            words.remove(words.size() - 1);
        }
        words.set(words.size() - 1, Plurals.singular(words.get(words.size() - 1)));
        return pascal(String.join("_", words));
    }

    /** Returns whether emitted code uses this simple name for another class. */
    public static boolean isReservedType(String name) {
        return TYPES.contains(name);
    }

    /** The simple name of the class of a notification: of words in capitals the first letter alone stays one. */
    public static String notification(String id) {
        StringBuilder name = new StringBuilder();
        for (String word : NOT_ALPHANUMERIC.split(id)) {
            if (!word.isEmpty()) {
                boolean capitals = word.equals(word.toUpperCase(Locale.ROOT));
                String rest = word.substring(1);
                name.append(Character.toUpperCase(word.charAt(0)))
                        .append(capitals ? rest.toLowerCase(Locale.ROOT) : rest);
            }
        }
        return name.toString();
    }

    /** The last part of a package name. */
    public static String packageSegment(String segment) {
        String name = NOT_ALPHANUMERIC.matcher(segment).replaceAll("").toLowerCase(Locale.ROOT);
        return SourceVersion.isKeyword(name) ? name + "_" : name;
    }

    /** Returns the name of an enum constant: that of the spec, or else one made of the wire value. */
    public static String constant(EnumValue value) {
        String name = value.javaName().orElseGet(() -> constant(value.value()));
        return ENUM_MEMBERS.contains(name) ? name + "_" : name;
    }

    /** Returns a text in capitals, as constants are named. */
    public static String constant(String value) {
        String name = NOT_ALPHANUMERIC.matcher(value).replaceAll("_").toUpperCase(Locale.ROOT);
        if (value.startsWith("-") && value.length() > 1 && Character.isDigit(value.charAt(1))) {
            return "VALUE_MINUS" + name;
        }
        String trimmed = name.length() > 1 && name.startsWith("_") ? name.substring(1) : name;
        return !trimmed.isEmpty() && Character.isDigit(trimmed.charAt(0)) ? "VALUE_" + trimmed : trimmed;
    }

    /** Returns true if a wire name can become a Java name: it is ASCII and begins with a letter. */
    public static boolean isPossible(String wireName) {
        return POSSIBLE.matcher(wireName).matches();
    }

    /** Returns true if an enum value can become the name of a constant. */
    public static boolean isPossibleConstant(String value) {
        return POSSIBLE_CONSTANT.matcher(value).matches();
    }

    /** Returns true if this is a Java identifier that is not a keyword. */
    public static boolean isJava(String name) {
        return SourceVersion.isName(name) && !name.contains(".");
    }

    /** The wire name without its index placeholders. */
    public static String withoutIndex(String wireName) {
        return wireName.replace("_$n", "").replace("_$m", "").replace("$n", "").replace("$m", "");
    }

    static String pascal(String wireName) {
        StringBuilder name = new StringBuilder();
        for (String word : NOT_ALPHANUMERIC.split(withoutIndex(wireName))) {
            if (!word.isEmpty()) {
                name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        return name.toString();
    }

    private static String uncapitalize(String name) {
        return name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
