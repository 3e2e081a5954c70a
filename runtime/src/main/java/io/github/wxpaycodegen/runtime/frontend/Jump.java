package io.github.wxpaycodegen.runtime.frontend;

import io.github.wxpaycodegen.runtime.internal.wire.JsonDocument;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The argument of a front-end function that leads to a mini program or page of WeChat Pay. Immutable. */
public final class Jump {
    private final String function;
    private final Map<String, Object> argument;

    Jump(String function, Map<String, Object> argument) {
        this.function = function;
        this.argument = Collections.unmodifiableMap(new LinkedHashMap<>(argument));
    }

    /** The function that the front end calls, as the official pages name it: {@code wx.openBusinessView}. */
    public String function() {
        return function;
    }

    /** The argument: text, numbers, and maps of text; unmodifiable. */
    public Map<String, Object> asMap() {
        return argument;
    }

    /** The argument as a JSON object. */
    public String toJson() {
        return JsonDocument.write(argument);
    }

    /** Whether the other is the same function with the same argument. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Jump that && function.equals(that.function) && argument.equals(that.argument);
    }

    @Override
    public int hashCode() {
        return argument.hashCode();
    }

    /** The function alone: the argument may have a signature. */
    @Override
    public String toString() {
        return "Jump{" + function + "}";
    }
}
