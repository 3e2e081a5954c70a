package io.github.wxpaycodegen.springboot.autoconfigure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Exception for what is missing or invalid in the setup of an application, mostly a property. It shows no secret. */
final class WxPaySetupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Descriptions of where the named properties come from. */
    private final String[] origins;

    private final String action;

    /**
     * Creates an exception.
     *
     * @param message names the property and says what is wrong
     * @param origins where the named properties come from
     * @param action what to do
     * @param cause null for none
     */
    WxPaySetupException(String message, List<String> origins, String action, @Nullable Throwable cause) {
        super(message, cause);
        this.origins = origins.toArray(String[]::new);
        this.action = action;
    }

    List<String> origins() {
        return List.of(origins);
    }

    String action() {
        return action;
    }
}
