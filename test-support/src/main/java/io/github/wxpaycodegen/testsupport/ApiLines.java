package io.github.wxpaycodegen.testsupport;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The API lines of one class: the class, its members, and then its nested classes. */
final class ApiLines {
    /** Every class has these methods, and they do not affect whether callers compile. */
    private static final Set<String> OF_EVERY_CLASS = Set.of("equals", "hashCode", "toString");

    private final Class<?> type;
    private final Set<String> members = new TreeSet<>();

    private ApiLines(Class<?> type) {
        this.type = type;
    }

    /** Returns the lines of a class; empty if callers cannot name it. */
    static List<String> of(Class<?> type) {
        if (!isVisible(type.getModifiers())) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(header(type));
        ApiLines own = new ApiLines(type);
        own.addMembers(type);
        own.members.forEach(member -> lines.add("  " + member));
        Arrays.stream(type.getDeclaredClasses())
                .sorted(Comparator.comparing(Class::getName))
                .forEach(nested -> lines.addAll(of(nested)));
        return lines;
    }

    private static String header(Class<?> type) {
        StringBuilder line = new StringBuilder(deprecation(type));
        String kind = kind(type);
        int implied =
                switch (kind) {
                    case "interface", "@interface" -> Modifier.ABSTRACT | Modifier.INTERFACE | Modifier.STATIC;
                    case "enum" -> Modifier.FINAL | Modifier.ABSTRACT | Modifier.STATIC;
                    case "record" -> Modifier.FINAL | Modifier.STATIC;
                    default -> 0;
                };
        int modifiers = type.getModifiers() & Modifier.classModifiers() & ~implied;
        line.append(modifiers(modifiers)).append(type.isSealed() && !type.isEnum() ? "sealed " : "");
        line.append(kind)
                .append(' ')
                .append(type.getTypeName().replace('$', '.'))
                .append(variables(type.getTypeParameters()));
        AnnotatedType parent = type.isInterface() ? null : type.getAnnotatedSuperclass();
        if (kind.equals("class") && parent != null && parent.getType() != Object.class) {
            line.append(" extends ").append(TypeText.of(parent));
        }
        if (type.getInterfaces().length > 0) {
            line.append(type.isInterface() ? " extends " : " implements ");
            line.append(list(type.getAnnotatedInterfaces()));
        }
        return line.toString();
    }

    private static String kind(Class<?> type) {
        if (type.isAnnotation()) {
            return "@interface";
        }
        if (type.isInterface()) {
            return "interface";
        }
        return type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
    }

    /** Members inherited from a class that callers cannot name count as the class's own. */
    private void addMembers(Class<?> declaring) {
        for (Field field : declaring.getDeclaredFields()) {
            if (isMember(field.getModifiers(), field.isSynthetic())) {
                members.add(deprecation(field)
                        + modifiers(field.getModifiers() & Modifier.fieldModifiers())
                        + TypeText.of(field.getAnnotatedType()) + " " + field.getName());
            }
        }
        if (declaring == type) {
            for (Constructor<?> constructor : declaring.getDeclaredConstructors()) {
                if (isMember(constructor.getModifiers(), constructor.isSynthetic())) {
                    members.add(executable(constructor, type.getSimpleName()));
                }
            }
        }
        for (Method method : declaring.getDeclaredMethods()) {
            if (isMember(method.getModifiers(), method.isSynthetic() || isOfEveryClass(method))) {
                members.add(executable(method, TypeText.of(method.getAnnotatedReturnType()) + " " + method.getName()));
            }
        }
        Stream.concat(Stream.ofNullable(declaring.getSuperclass()), Arrays.stream(declaring.getInterfaces()))
                .filter(parent -> !isVisible(parent.getModifiers()))
                .forEach(this::addMembers);
    }

    private boolean isMember(int modifiers, boolean hidden) {
        boolean extensible = !Modifier.isFinal(type.getModifiers()) && !type.isSealed();
        return !hidden && (Modifier.isPublic(modifiers) || (extensible && Modifier.isProtected(modifiers)));
    }

    private boolean isOfEveryClass(Method method) {
        boolean ofEnum = type.isEnum()
                && Modifier.isStatic(method.getModifiers())
                && Set.of("values", "valueOf").contains(method.getName());
        return ofEnum || OF_EVERY_CLASS.contains(method.getName());
    }

    private String executable(Executable executable, String name) {
        int implied = type.isInterface() ? Modifier.PUBLIC | Modifier.ABSTRACT : 0;
        boolean body = executable instanceof Method method && method.isDefault();
        String variables = variables(executable.getTypeParameters());
        AnnotatedType[] parameters = executable.getAnnotatedParameterTypes();
        String types = list(parameters);
        if (executable.isVarArgs()) {
            types = types.substring(0, types.lastIndexOf("[]")) + "...";
        }
        AnnotatedType[] exceptions = executable.getAnnotatedExceptionTypes();
        return deprecation(executable)
                + (body ? "default " : "")
                + modifiers(executable.getModifiers()
                        & (executable instanceof Method ? Modifier.methodModifiers() : Modifier.constructorModifiers())
                        & ~(Modifier.SYNCHRONIZED | Modifier.NATIVE | Modifier.STRICT | implied))
                + (variables.isEmpty() ? "" : variables + " ")
                + name + "(" + types + ")"
                + (exceptions.length == 0 ? "" : " throws " + list(exceptions));
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static String deprecation(AnnotatedElement element) {
        return element.isAnnotationPresent(Deprecated.class) ? "@Deprecated " : "";
    }

    private static String modifiers(int modifiers) {
        return modifiers == 0 ? "" : Modifier.toString(modifiers) + " ";
    }

    private static String variables(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Arrays.stream(variables).map(ApiLines::variable).collect(Collectors.joining(", ", "<", ">"));
    }

    private static String variable(TypeVariable<?> variable) {
        String bounds = Arrays.stream(variable.getAnnotatedBounds())
                .map(TypeText::of)
                .filter(bound -> !bound.equals("Object"))
                .collect(Collectors.joining(" & "));
        return variable.getName() + (bounds.isEmpty() ? "" : " extends " + bounds);
    }

    private static String list(AnnotatedType[] types) {
        return Arrays.stream(types).map(TypeText::of).collect(Collectors.joining(", "));
    }
}
