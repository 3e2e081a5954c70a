package io.github.wxpaycodegen.junit;

import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The simulator of a test.
 *
 * @param home the context in which the annotation was found
 * @param ofMethod true if it was found on a method
 */
record Declaration(WxPaySimulator settings, ExtensionContext home, boolean ofMethod) {
    private static final WxPaySimulator DEFAULTS = AnnotationSupport.findAnnotation(
                    Defaults.class, WxPaySimulator.class)
            .orElseThrow();

    @WxPaySimulator
    private static final class Defaults {}

    /**
     * Returns the simulator of a context: that of its method, otherwise that of its class, otherwise that of an enclosing
     * class; empty if none has the annotation. Fields without settings join an enclosing class.
     *
     * @throws ExtensionConfigurationException if there are contradictory annotations
     */
    static Optional<Declaration> find(ExtensionContext context) {
        Optional<WxPaySimulator> ofMethod = context.getTestMethod()
                .flatMap(method -> AnnotationSupport.findAnnotation(method, WxPaySimulator.class));
        if (ofMethod.isPresent()) {
            return Optional.of(new Declaration(ofMethod.get(), outermost(context), true));
        }
        Declaration ofFields = null;
        for (Optional<ExtensionContext> each = Optional.of(context);
                each.isPresent();
                each = each.get().getParent()) {
            Class<?> type = each.get().getTestClass().orElse(null);
            if (type != null) {
                Optional<WxPaySimulator> settings = settings(type);
                if (settings.isPresent()) {
                    return Optional.of(new Declaration(settings.get(), outermostOfClass(each.get()), false));
                }
                if (!AnnotationSupport.findAnnotatedFields(type, WxPaySimulator.class)
                        .isEmpty()) {
                    ofFields = new Declaration(DEFAULTS, outermostOfClass(each.get()), false);
                }
            }
        }
        return Optional.ofNullable(ofFields);
    }

    /** Returns the context of a method without those of its invocations. */
    private static ExtensionContext outermost(ExtensionContext context) {
        ExtensionContext home = context;
        while (home.getParent().isPresent()
                && home.getParent().get().getTestMethod().equals(context.getTestMethod())) {
            home = home.getParent().get();
        }
        return home;
    }

    private static ExtensionContext outermostOfClass(ExtensionContext context) {
        ExtensionContext home = context;
        while (home.getParent().isPresent()
                && home.getParent().get().getTestClass().equals(context.getTestClass())) {
            home = home.getParent().get();
        }
        return home;
    }

    /** Returns the settings of a class and its fields; empty if it has none of its own, and at most fields to inject. */
    private static Optional<WxPaySimulator> settings(Class<?> type) {
        Set<WxPaySimulator> settings = new HashSet<>();
        AnnotationSupport.findAnnotation(type, WxPaySimulator.class).ifPresent(settings::add);
        for (Field field : AnnotationSupport.findAnnotatedFields(type, WxPaySimulator.class)) {
            AnnotationSupport.findAnnotation(field, WxPaySimulator.class)
                    .filter(annotation -> !annotation.equals(DEFAULTS))
                    .ifPresent(settings::add);
        }
        if (settings.size() > 1) {
            throw new ExtensionConfigurationException(type.getName() + " has several simulators: leave the settings of"
                    + " @WxPaySimulator on the class or on one field, and remove them from its other fields");
        }
        return settings.stream().findFirst();
    }
}
