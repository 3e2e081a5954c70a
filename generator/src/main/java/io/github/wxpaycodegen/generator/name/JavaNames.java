package io.github.wxpaycodegen.generator.name;

import io.github.wxpaycodegen.generator.model.EnumShape;
import io.github.wxpaycodegen.generator.model.EnumValue;
import io.github.wxpaycodegen.generator.model.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Converts wire names to Java names. Names that Java or the generator reserves get a trailing underscore. */
public final class JavaNames {
    private static final Set<String> MEMBERS = Set.of(
            "builder",
            "toBuilder",
            "build",
            "readFrom",
            "fromJson",
            "fieldsOf",
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
            "context",
            // A statement of Java, unless the call is qualified.
            "yield");

    /** Names that no class may have, although they are not keywords. */
    private static final Set<String> RESTRICTED = Set.of("permits", "record", "sealed", "var", "yield");

    /** Names of the methods with which a chain interface calls the operations of its own URI. */
    private static final Set<String> OPERATIONS = Set.of("get", "post", "put", "patch", "delete", "list");

    /** Names that every emitted enum has, so that no constant of a value may have them. */
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
            "V2Result",
            "Consumer",
            "UploadFile",
            "Nullable",
            "FieldReader",
            "FieldWriter",
            "BigDecimal",
            "OffsetDateTime");

    /** The beginning of a constant's name whose value begins with a digit. */
    private static final String NUMBERED = "VALUE_";

    private static final Pattern NOT_ALPHANUMERIC = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern POSSIBLE = Pattern.compile("[{]?[A-Za-z][A-Za-z0-9_.{}-]*");
    private static final Pattern POSSIBLE_CONSTANT = Pattern.compile("[\\x20-\\x7e]*[A-Za-z0-9][\\x20-\\x7e]*");

    private JavaNames() {}

    /**
     * Returns the name of the accessor and setter for the wire value of an enum, or for the wire values of a list of
     * enums.
     */
    public static String wireValue(String member, boolean list) {
        String stem = member.endsWith("_") ? member.substring(0, member.length() - 1) : member;
        return stem + (list ? "Values" : "Value");
    }

    /** Returns the name of the method that adds an element to a list: {@code addSubOrder} for {@code sub_orders}. */
    public static String adder(Field list) {
        return "add" + element(list.javaName().orElse(list.name()));
    }

    /** Returns the name of an accessor, a setter or a segment method. */
    public static String member(String wireName) {
        String camel = uncapitalize(pascal(wireName));
        return SourceVersion.isKeyword(camel) || MEMBERS.contains(camel) ? camel + "_" : camel;
    }

    /** Returns true for a name that an emitted message needs for another method, or cannot call a method by. */
    public static boolean isReservedMember(String name) {
        return MEMBERS.contains(name);
    }

    /** Returns true if Java has a class of this name; a few names are restricted to other uses. */
    public static boolean isJavaType(String name) {
        return isJava(name) && !RESTRICTED.contains(name);
    }

    /** Returns the name of the method for a segment. */
    public static String segment(String segment) {
        String name = member(segment);
        return OPERATIONS.contains(name) ? name + "_" : name;
    }

    /**
     * Returns the name of the type of a field that declares its type in place without a name. For the elements of a
     * list it is singular: {@code SubOrder} for {@code sub_orders} and {@code sub_order_list}.
     */
    public static String nestedType(Field field) {
        return field.list() || field.indexed() ? element(field.name()) : pascal(field.name());
    }

    /**
     * Returns the name of a nested type that is valid in its place: if emitted code or an enclosing type already uses
     * the name, it gets the name of the enclosing type as a prefix.
     *
     * @param around the names of the enclosing types, the innermost last
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

    /**
     * Returns the simple name of a notification's class. Of a word in capitals, only the first letter stays a capital.
     */
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

    /** Returns the last part of a package name. */
    public static String packageSegment(String segment) {
        String name = NOT_ALPHANUMERIC.matcher(segment).replaceAll("").toLowerCase(Locale.ROOT);
        return SourceVersion.isKeyword(name) ? name + "_" : name;
    }

    /** Returns the name of an enum constant: the name that the spec gives, or else one derived from the wire value. */
    public static String constant(EnumValue value) {
        String name = value.javaName().orElseGet(() -> constant(value.value()));
        return ENUM_MEMBERS.contains(name) ? name + "_" : name;
    }

    /** Returns the text as the name of a constant, in capitals. */
    public static String constant(String value) {
        String name = NOT_ALPHANUMERIC.matcher(value).replaceAll("_").toUpperCase(Locale.ROOT);
        if (value.startsWith("-") && value.length() > 1 && Character.isDigit(value.charAt(1))) {
            return NUMBERED + "MINUS" + name;
        }
        String trimmed = name.length() > 1 && name.startsWith("_") ? name.substring(1) : name;
        return !trimmed.isEmpty() && Character.isDigit(trimmed.charAt(0)) ? NUMBERED + trimmed : trimmed;
    }

    /** Returns whether nothing is known of a value but a number, which would be the name of its constant. */
    public static boolean isNameless(EnumValue value) {
        return value.title().isEmpty()
                && value.javaName().isEmpty()
                && constant(value.value()).startsWith(NUMBERED);
    }

    /**
     * Returns whether nothing is known of any value of an enum but a number. Constants would not say more than the
     * values, so that it becomes a text or a number in Java.
     */
    public static boolean isNameless(EnumShape shape) {
        return shape.values().stream().allMatch(JavaNames::isNameless);
    }

    /** Returns true if the wire name can become a Java name: it is ASCII and begins with a letter. */
    public static boolean isPossible(String wireName) {
        return POSSIBLE.matcher(wireName).matches();
    }

    /** Returns true if the enum value can become the name of a constant. */
    public static boolean isPossibleConstant(String value) {
        return POSSIBLE_CONSTANT.matcher(value).matches();
    }

    /** Returns true if the text is a Java identifier and not a keyword. */
    public static boolean isJava(String name) {
        return SourceVersion.isName(name) && !name.contains(".");
    }

    /** Returns the wire name without its index placeholders. */
    public static String withoutIndex(String wireName) {
        if (wireName.indexOf('$') < 0) {
            return wireName;
        }
        return wireName.replace("_$n", "").replace("_$m", "").replace("$n", "").replace("$m", "");
    }

    /** Returns the letters and digits of a name, in which every word begins with a capital. */
    static String pascal(String wireName) {
        String words = withoutIndex(wireName);
        StringBuilder name = new StringBuilder(words.length());
        boolean begins = true;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean part = isAlphanumeric(c);
            if (part) {
                name.append(begins ? Character.toUpperCase(c) : c);
            }
            begins = !part;
        }
        return name.toString();
    }

    /** Returns true for the letters and digits of ASCII. */
    static boolean isAlphanumeric(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    private static String uncapitalize(String name) {
        return name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
