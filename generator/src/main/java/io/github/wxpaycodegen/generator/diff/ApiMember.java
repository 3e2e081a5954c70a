package io.github.wxpaycodegen.generator.diff;

import io.github.wxpaycodegen.generator.plan.Runtime;
import java.util.Map;
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
    private static final String STRING = "java.lang.String";
    /** The methods of {@code V2Result}, from which many v2 responses inherit. */
    private static final Map<String, String> OF_RESULT = Map.of(
            "returnCode()", Runtime.RETURN_CODE.toString(),
            "returnCodeValue()", STRING,
            "returnMsg()", STRING,
            "resultCode()", Runtime.RESULT_CODE.toString(),
            "resultCodeValue()", STRING,
            "errCode()", STRING,
            "errCodeDes()", STRING);

    static ApiMember constant(String name) {
        return new ApiMember("constant `" + name + "`", "", "", "", false, true);
    }

    /** Returns the method that responses of v2 inherit; empty if there is none of this key. */
    static Optional<ApiMember> ofResult(String key) {
        return Optional.ofNullable(OF_RESULT.get(key))
                .map(type -> new ApiMember("method `" + key.replace("()", "") + "`", type, type, "", false, false));
    }
}
