package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.call.Protocol;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Advice about error codes: the one in the operation's own spec precedes the one that operations share.
 *
 * @param v2 returns the advice for a code of v2; null for an unknown code
 * @param v3 returns the advice for a code of v3; null for an unknown code
 */
public record ErrorAdvice(Function<String, @Nullable String> v2, Function<String, @Nullable String> v3) {
    /** Advice for no code at all. */
    public static final ErrorAdvice NONE = new ErrorAdvice(code -> null, code -> null);

    @Nullable
    String of(Operation<?, ?> operation, @Nullable String code) {
        if (code == null) {
            return null;
        }
        String own = operation.errors().get(code);
        if (own != null) {
            return own;
        }
        String shared = (operation.protocol() == Protocol.V2 ? v2 : v3).apply(code);
        return operation.has(Trait.READ_ONLY) ? Advice.ofQuery(code, shared) : shared;
    }
}
