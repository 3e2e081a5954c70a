package io.github.wxpaycodegen.springboot.internal.setup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exception for what is missing or invalid in the setup of an application: mostly a property, or a handler of
 * notifications. It shows no secret.
 */
public final class WxPaySetupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String GUIDE =
            "https://github.com/wxpaycodegen/wxpay-codegen/blob/main/docs/guide/spring-boot.md";

    /** The action for an invalid property. */
    public static final String CORRECT_PROPERTY =
            "Correct the property, or the file that it names. All properties are described in " + GUIDE;

    private static final String CORRECT_HANDLER =
            "Correct the method. Parameters and results of handlers are described in " + GUIDE + "#handler-methods";

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
    public WxPaySetupException(String message, List<String> origins, String action, @Nullable Throwable cause) {
        super(message, cause);
        this.origins = origins.toArray(String[]::new);
        this.action = action;
    }

    /**
     * Returns an exception for a property of notifications.
     *
     * @param message names the property and says what is wrong
     * @param cause null for none
     */
    public static WxPaySetupException ofProperty(String message, @Nullable Throwable cause) {
        return new WxPaySetupException(message, List.of(), CORRECT_PROPERTY, cause);
    }

    /**
     * Returns an exception for a method that cannot handle notifications.
     *
     * @param message names the method and says what is wrong
     */
    public static WxPaySetupException ofHandler(String message) {
        return new WxPaySetupException(message, List.of(), CORRECT_HANDLER, null);
    }

    /** Returns where the named properties come from; empty if that is not known. */
    public List<String> origins() {
        return List.of(origins);
    }

    /** Returns what to do. */
    public String action() {
        return action;
    }
}
