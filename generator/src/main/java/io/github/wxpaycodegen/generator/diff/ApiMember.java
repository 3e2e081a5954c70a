package io.github.wxpaycodegen.generator.diff;

import com.palantir.javapoet.ClassName;
import io.github.wxpaycodegen.generator.plan.RuntimeTypes;
import java.util.Optional;

/**
 * A method, a field or an enum constant.
 *
 * @param what its kind and name, for messages
 * @param erased the type without type arguments, which compiled code refers to
 * @param type the type with type arguments
 * @param parameters the types of the parameters with type arguments
 */
record ApiMember(String what, String erased, String type, String parameters, boolean isAbstract, boolean isStatic) {
    static ApiMember constant(String name) {
        return new ApiMember("constant `" + name + "`", "", "", "", false, true);
    }

    /** Returns the accessor that a class inherits from one of the runtime; empty if it has none of this key. */
    static Optional<ApiMember> inherited(String superclass, String key) {
        if (!key.endsWith("()")) {
            return Optional.empty();
        }
        String name = key.substring(0, key.length() - "()".length());
        return Optional.ofNullable(RuntimeTypes.accessors(superclass).get(name))
                .map(ClassName::toString)
                .map(type -> new ApiMember("method `" + name + "`", type, type, "", false, false));
    }
}
