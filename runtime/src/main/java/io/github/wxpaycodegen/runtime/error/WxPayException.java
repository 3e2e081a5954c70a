package io.github.wxpaycodegen.runtime.error;

import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The root of all that a call can throw. Its message says what to do next, and holds no secrets. */
public abstract class WxPayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Outcome outcome;

    WxPayException(Outcome outcome, String message, @Nullable Throwable cause) {
        // Messages cut what is foreign in them; that none of it can begin a log line is made sure of here, for all of
        // them.
        super(ForeignText.printable(message), ForeignText.cause(cause));
        this.outcome = outcome;
    }

    /** Says several things, a line each. */
    WxPayException(Outcome outcome, List<String> lines) {
        super(lines.stream().map(ForeignText::printable).collect(Collectors.joining("\n")));
        this.outcome = outcome;
    }

    /** Whether the operation took effect; never null. */
    public final Outcome outcome() {
        return outcome;
    }
}
