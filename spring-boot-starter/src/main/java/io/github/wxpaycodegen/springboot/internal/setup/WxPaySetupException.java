package io.github.wxpaycodegen.springboot.internal.setup;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
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

    /** The messages of the single problems. */
    private final String[] problems;

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
        this(message, List.of(message), origins, action, cause);
    }

    private WxPaySetupException(
            String message, List<String> problems, List<String> origins, String action, @Nullable Throwable cause) {
        super(message, cause);
        this.problems = problems.toArray(String[]::new);
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

    /**
     * Returns one exception for several problems, so that one start shows all of them.
     *
     * @param problems at least one; each message is shown once
     */
    public static WxPaySetupException ofAll(List<WxPaySetupException> problems) {
        WxPaySetupException first = problems.get(0);
        List<String> messages = distinct(problems, each -> Stream.of(each.problems));
        if (messages.size() == 1) {
            return first;
        }
        WxPaySetupException all = new WxPaySetupException(
                messages.size() + " problems:\n- " + String.join("\n- ", messages),
                messages,
                distinct(problems, each -> Stream.of(each.origins)),
                String.join("\n", distinct(problems, each -> Stream.of(each.action))),
                first.getCause());
        problems.forEach(all::addSuppressed);
        return all;
    }

    private static List<String> distinct(
            List<WxPaySetupException> problems, Function<WxPaySetupException, Stream<String>> texts) {
        return problems.stream().flatMap(texts).distinct().toList();
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
