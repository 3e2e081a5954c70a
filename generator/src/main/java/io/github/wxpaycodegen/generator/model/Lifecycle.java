package io.github.wxpaycodegen.generator.model;

import java.util.Optional;

/**
 * State of an operation that is not to be used any more, or will not be.
 *
 * @param deprecated why it should no longer be used
 * @param closed whether WeChat Pay has shut it down
 * @param replacedBy the URI of the operation to use instead, without a leading slash
 */
public record Lifecycle(Optional<String> deprecated, boolean closed, Optional<String> replacedBy) {
    /** Returns whether new code should not call the operation. */
    public boolean isDeprecated() {
        return closed || deprecated.isPresent() || replacedBy.isPresent();
    }
}
