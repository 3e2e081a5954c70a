package io.github.wxpaycodegen.generator.diff;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import io.github.wxpaycodegen.generator.emit.Emitter;
import io.github.wxpaycodegen.generator.plan.JavaClient;
import io.github.wxpaycodegen.generator.plan.JavaNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * The public API of a planned client: classes and members that code can refer to. It is taken from the classes that the
 * emitters build, so it cannot differ from what is generated.
 */
final class ApiSurface {
    private final Map<String, ApiType> types = new TreeMap<>();
    private final Map<ClassName, String> nodes = new HashMap<>();

    private ApiSurface(JavaClient client) {
        client.nodes().forEach(this::node);
        for (Emitter.Unit unit : Emitter.units(client)) {
            add(unit.name(), unit.type(), unit.origin(), false);
        }
    }

    /** Returns the API of a client. */
    static ApiSurface of(JavaClient client) {
        return new ApiSurface(client);
    }

    /** Returns the types by their names relative to the client's package. */
    Map<String, ApiType> types() {
        return types;
    }

    /** Interfaces of steps are nested in others, but each has an origin of its own. */
    private void node(JavaNode node) {
        nodes.put(node.name(), node.origin());
        node.children().forEach(this::node);
    }

    private void add(ClassName name, TypeSpec spec, String outer, boolean inInterface) {
        if (!inInterface && !isAccessible(spec.modifiers())) {
            return;
        }
        String origin = nodes.getOrDefault(name, outer);
        boolean isInterface = spec.kind() == TypeSpec.Kind.INTERFACE;
        Map<String, ApiMember> members = new TreeMap<>();
        spec.enumConstants().keySet().forEach(constant -> members.put(constant, ApiMember.constant(constant)));
        for (FieldSpec field : spec.fieldSpecs()) {
            if (isInterface || isAccessible(field.modifiers())) {
                members.put(
                        field.name(),
                        member("field `" + field.name() + "`", field.type(), List.of(), field.modifiers()));
            }
        }
        for (MethodSpec method : spec.methodSpecs()) {
            if (!method.isConstructor() && (isInterface || isAccessible(method.modifiers()))) {
                List<TypeName> parameters =
                        method.parameters().stream().map(ParameterSpec::type).toList();
                String key = method.name()
                        + parameters.stream().map(ApiSurface::erased).collect(Collectors.joining(", ", "(", ")"));
                members.put(
                        key,
                        member("method `" + method.name() + "`", method.returnType(), parameters, method.modifiers()));
            }
        }
        types.put(
                String.join(".", name.simpleNames()) + " in " + name.packageName(),
                new ApiType(
                        String.join(".", name.simpleNames()),
                        SpecDiff.subject(origin),
                        spec.kind().toString(),
                        erased(spec.superclass()),
                        interfaces(spec),
                        members));
        spec.typeSpecs().forEach(nested -> add(name.nestedClass(nested.name()), nested, origin, isInterface));
    }

    private static Map<String, String> interfaces(TypeSpec spec) {
        Map<String, String> interfaces = new TreeMap<>();
        spec.superinterfaces().forEach(each -> interfaces.put(erased(each), plain(each)));
        if (!spec.superclass().equals(ClassName.OBJECT)) {
            interfaces.put(ApiType.SUPERCLASS, plain(spec.superclass()));
        }
        return interfaces;
    }

    private static ApiMember member(String what, TypeName type, List<TypeName> parameters, Set<Modifier> modifiers) {
        return new ApiMember(
                what,
                erased(type),
                plain(type),
                parameters.stream().map(ApiSurface::plain).collect(Collectors.joining(", ")),
                modifiers.contains(Modifier.ABSTRACT),
                modifiers.contains(Modifier.STATIC));
    }

    private static boolean isAccessible(Set<Modifier> modifiers) {
        return modifiers.contains(Modifier.PUBLIC) || modifiers.contains(Modifier.PROTECTED);
    }

    private static String plain(TypeName type) {
        return type.withoutAnnotations().toString();
    }

    private static String erased(TypeName type) {
        TypeName bare = type.withoutAnnotations();
        if (bare instanceof ParameterizedTypeName parameterized) {
            return parameterized.rawType().toString();
        } else if (bare instanceof ArrayTypeName array) {
            return erased(array.componentType()) + "[]";
        } else if (bare instanceof TypeVariableName variable) {
            return variable.bounds().isEmpty()
                    ? "java.lang.Object"
                    : erased(variable.bounds().get(0));
        }
        return bare.toString();
    }

    /**
     * A class, an interface or an enum.
     *
     * @param name the simple names, {@code PayApi.Transactions}
     * @param subject the spec that it comes from
     * @param superclass the superclass without type arguments
     * @param supertypes the supertypes with their type arguments; the keys are their names without type arguments
     * @param members the public and protected members by name, methods with their erased parameters
     */
    record ApiType(
            String name,
            String subject,
            String kind,
            String superclass,
            Map<String, String> supertypes,
            Map<String, ApiMember> members) {
        /** The key of the superclass in {@code supertypes}. */
        static final String SUPERCLASS = "superclass";

        /** Returns a member that it declares, or an accessor that it inherits from a class of the runtime. */
        Optional<ApiMember> member(String key) {
            return Optional.ofNullable(members.get(key)).or(() -> ApiMember.inherited(superclass, key));
        }
    }
}
