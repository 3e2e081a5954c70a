package io.github.wxpaycodegen.generator.plan;

import com.palantir.javapoet.ClassName;
import io.github.wxpaycodegen.generator.name.JavaNames;
import java.util.Map;
import java.util.TreeMap;

/**
 * Properties of the runtime's classes that emitted classes inherit from. The generator does not depend on the runtime, so
 * a test compares them with it.
 */
public final class RuntimeTypes {
    private static final String REQUEST_OPTIONAL = "RequestOptional";

    private RuntimeTypes() {}

    /** Returns the variant of an endpoint interface whose calls need no request. It extends the interface. */
    public static ClassName requestOptional(ClassName endpoint) {
        return endpoint.nestedClass(REQUEST_OPTIONAL);
    }

    /**
     * Returns true if one class or interface of the runtime directly extends another.
     *
     * @param type its name, with dots
     * @param of the name of the other one
     */
    public static boolean isSubtype(String type, String of) {
        return type.equals(of + "." + REQUEST_OPTIONAL)
                || (type.equals(Runtime.V2_RESULT.toString()) && of.equals(Runtime.RECEIVED_MESSAGE.toString()));
    }

    /**
     * Returns the accessors of fields that classes inherit from a class of the runtime, with their types; empty if it has
     * none.
     *
     * @param superclass its name, with dots
     */
    public static Map<String, ClassName> accessors(String superclass) {
        Map<String, ClassName> accessors = new TreeMap<>();
        if (superclass.equals(Runtime.V2_RESULT.toString())) {
            Envelope.FIELDS.forEach((wireName, type) -> {
                String name = JavaNames.member(wireName);
                accessors.put(name, type);
                if (!type.equals(Envelope.TEXT)) {
                    accessors.put(JavaNames.wireValue(name, false), Envelope.TEXT);
                }
            });
        }
        return accessors;
    }
}
