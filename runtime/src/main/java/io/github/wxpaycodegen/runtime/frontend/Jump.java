package io.github.wxpaycodegen.runtime.frontend;

import io.github.wxpaycodegen.runtime.internal.wire.JsonDocument;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The argument of a front-end function that opens a WeChat Pay mini program or page. Immutable. */
public final class Jump {
    private final String function;
    private final Map<String, Object> argument;

    Jump(String function, Map<String, Object> argument) {
        this.function = function;
        this.argument = Collections.unmodifiableMap(new LinkedHashMap<>(argument));
    }

    /** Returns the front-end function to call, as named on the official pages: {@code wx.openBusinessView}. */
    public String function() {
        return function;
    }

    /** Returns the argument, with texts, numbers and maps of texts; unmodifiable. */
    public Map<String, Object> asMap() {
        return argument;
    }

    /** Returns the argument as a JSON object. */
    public String toJson() {
        return JsonDocument.write(argument);
    }

    /** Returns true if the other has the same function and the same argument. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Jump that && function.equals(that.function) && argument.equals(that.argument);
    }

    @Override
    public int hashCode() {
        return argument.hashCode();
    }

    /** Returns the function, but not the argument, which may contain a signature. */
    @Override
    public String toString() {
        return "Jump{" + function + "}";
    }
}
