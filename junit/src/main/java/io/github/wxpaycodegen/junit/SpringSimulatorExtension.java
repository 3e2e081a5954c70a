package io.github.wxpaycodegen.junit;

import io.github.wxpaycodegen.simulator.Simulator;
import java.lang.reflect.Constructor;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.beans.factory.annotation.ParameterResolutionDelegate;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Resets the simulator of an application context before each test, and passes it to tests. */
final class SpringSimulatorExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SpringSimulatorExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        requireNoOther(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws InterruptedException {
        requireNoOther(context);
        TestTurn.begin(running(context), context, NAMESPACE);
    }

    private static void requireNoOther(ExtensionContext context) {
        if (Declaration.find(context).isPresent()) {
            throw new ExtensionConfigurationException(
                    context.getRequiredTestClass().getName()
                            + " has both @WxPayTest and @WxPaySimulator: write the settings as @WxPayTest(simulator ="
                            + " @WxPaySimulator(...)), and inject the simulator with @Autowired");
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getStore(NAMESPACE).get(TestTurn.class) != null) {
            SimulatorFailure.report(context, running(context).simulator());
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        boolean springs = parameter.getDeclaringExecutable() instanceof Constructor
                || ParameterResolutionDelegate.isAutowirable(parameter.getParameter(), parameter.getIndex());
        return !springs && RunningSimulator.provides(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        RunningSimulator running = running(context);
        if (type.getPackage() != Simulator.class.getPackage()) {
            Object bean = SpringExtension.getApplicationContext(context)
                    .getBeanProvider(type)
                    .getIfUnique();
            if (bean != null) {
                return bean;
            }
        }
        try {
            return running.get(type);
        } catch (IllegalStateException e) {
            throw new ParameterResolutionException(String.valueOf(e.getMessage()), e);
        }
    }

    private static RunningSimulator running(ExtensionContext context) {
        ApplicationContext application = SpringExtension.getApplicationContext(context);
        return application.getBean(SimulatorContextCustomizer.RUNNING, RunningSimulator.class);
    }
}
