package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.call.Protocol;
import io.github.wxpaycodegen.runtime.operation.Operation;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Advice about error codes: that of the operation's own spec comes before that which operations share.
 *
 * @param v2 the advice for a code of v2; null for one that it does not know
 * @param v3 the advice for a code of v3; null for one that it does not know
 */
public record ErrorAdvice(Function<String, @Nullable String> v2, Function<String, @Nullable String> v3) {
    /** Advice about no code. */
    public static final ErrorAdvice NONE = new ErrorAdvice(code -> null, code -> null);

    @Nullable
    String of(Operation<?, ?> operation, @Nullable String code) {
        if (code == null) {
            return null;
        }
        String own = operation.errors().get(code);
        return own != null ? own : (operation.protocol() == Protocol.V2 ? v2 : v3).apply(code);
    }
}
