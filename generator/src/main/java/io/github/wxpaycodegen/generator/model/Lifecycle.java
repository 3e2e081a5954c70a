package io.github.wxpaycodegen.generator.model;

import java.util.Optional;

/**
 * State of an operation that is or will be withdrawn.
 *
 * @param deprecated why it should no longer be used
 * @param closed true if WeChat Pay has shut it down
 * @param replacedBy the URI of the operation to use instead, without a leading slash
 */
public record Lifecycle(Optional<String> deprecated, boolean closed, Optional<String> replacedBy) {
    /** Returns true if new code should not call the operation. */
    public boolean isDeprecated() {
        return closed || deprecated.isPresent() || replacedBy.isPresent();
    }
}
