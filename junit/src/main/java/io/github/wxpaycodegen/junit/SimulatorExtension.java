package io.github.wxpaycodegen.junit;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** Starts, resets and closes the simulators of {@link WxPaySimulator}, and passes them to tests. */
final class SimulatorExtension
        implements BeforeAllCallback,
                TestInstancePostProcessor,
                BeforeEachCallback,
                AfterEachCallback,
                LifecycleMethodExecutionExceptionHandler,
                ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SimulatorExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        Declaration.find(context)
                .ifPresent(found -> inject(context.getRequiredTestClass(), null, running(found, context)));
    }

    @Override
    public void postProcessTestInstance(Object instance, ExtensionContext context) {
        Declaration.find(context).ifPresent(found -> inject(instance.getClass(), instance, running(found, context)));
    }

    @Override
    public void beforeEach(ExtensionContext context) throws InterruptedException {
        Declaration found = Declaration.find(context).orElse(null);
        if (found == null) {
            return;
        }
        RunningSimulator running = running(found, context);
        TestTurn.begin(running, context, NAMESPACE);
        boolean shared = context.getTestInstanceLifecycle()
                .filter(Lifecycle.PER_CLASS::equals)
                .isPresent();
        if (!found.ofMethod() || !shared) {
            // Again: the instance was created before the method was known, or before a field registered this extension.
            context.getRequiredTestInstances()
                    .getAllInstances()
                    .forEach(instance -> inject(instance.getClass(), instance, running));
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Declaration.find(context)
                .ifPresent(found ->
                        SimulatorFailure.report(context, running(found, context).simulator()));
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        Declaration.find(context)
                .ifPresent(found ->
                        SimulatorFailure.addTo(failure, running(found, context).simulator()));
        throw failure;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return RunningSimulator.provides(parameter.getParameter().getType())
                && Declaration.find(context).isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Declaration found = Declaration.find(context).orElseThrow();
        try {
            return running(found, context).get(parameter.getParameter().getType());
        } catch (IllegalStateException e) {
            throw new ParameterResolutionException(String.valueOf(e.getMessage()), e);
        }
    }

    // Its replacement is newer than the oldest JUnit that is supported.
    @SuppressWarnings("deprecation")
    private static RunningSimulator running(Declaration found, ExtensionContext context) {
        boolean suite = !found.ofMethod() && found.settings().scope() == WxPaySimulator.Scope.SUITE;
        Store store = (suite ? context.getRoot() : found.home()).getStore(NAMESPACE);
        // Settings as the key: a store also looks into those of its parents.
        Object key = suite ? found.settings() : found.home().getUniqueId();
        return Objects.requireNonNull(store.getOrComputeIfAbsent(
                key, each -> RunningSimulator.start(found.settings()), RunningSimulator.class));
    }

    /** Sets the annotated fields: the static ones if there is no instance, otherwise those of the instance. */
    private static void inject(Class<?> type, @Nullable Object instance, RunningSimulator running) {
        List<Field> fields = AnnotationSupport.findAnnotatedFields(
                type,
                WxPaySimulator.class,
                field -> Modifier.isStatic(field.getModifiers()) == (instance == null),
                HierarchyTraversalMode.TOP_DOWN);
        for (Field field : fields) {
            String name = field.getDeclaringClass().getName() + "." + field.getName();
            if (!RunningSimulator.provides(field.getType())) {
                throw new ExtensionConfigurationException(name + " with @WxPaySimulator has the type "
                        + field.getType().getName()
                        + "; expected is Simulator, a part of it such as Orders or Notifications, WxPayConfig or a client"
                        + " with a public static method create(WxPayConfig)");
            }
            if (Modifier.isFinal(field.getModifiers())) {
                throw new ExtensionConfigurationException(name + " with @WxPaySimulator must not be final");
            }
            try {
                field.setAccessible(true);
                field.set(instance, running.get(field.getType()));
            } catch (IllegalStateException e) {
                throw new ExtensionConfigurationException(name + ": " + e.getMessage(), e);
            } catch (IllegalAccessException e) {
                throw new ExtensionConfigurationException(name + " cannot be set", e);
            }
        }
    }
}
