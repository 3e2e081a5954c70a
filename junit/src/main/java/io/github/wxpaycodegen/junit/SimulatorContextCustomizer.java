package io.github.wxpaycodegen.junit;

import io.github.wxpaycodegen.simulator.Simulator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Starts a simulator before a context is refreshed, because its port is a property of the context. Equal customizers are
 * part of the key by which Spring caches contexts.
 */
record SimulatorContextCustomizer(String prefix, WxPaySimulator settings) implements ContextCustomizer {
    static final String RUNNING = "io.github.wxpaycodegen.junit.runningSimulator";

    private static final String SIMULATOR = "wxPaySimulator";

    SimulatorContextCustomizer {
        if (settings.scope() != WxPaySimulator.Scope.CLASS) {
            throw new IllegalArgumentException("scope must not be set in @WxPayTest(simulator = @WxPaySimulator(...)):"
                    + " the simulator lives as long as the application context");
        }
    }

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        ConfigurableListableBeanFactory beans = context.getBeanFactory();
        if (!(beans instanceof DefaultSingletonBeanRegistry destroyer)) {
            throw new IllegalStateException("@WxPayTest does not support a bean factory of type "
                    + beans.getClass().getName());
        }
        RunningSimulator running = RunningSimulator.start(settings);
        // Destroyed last, and also if the context cannot be refreshed.
        destroyer.registerDisposableBean(RUNNING, running::close);
        beans.registerSingleton(RUNNING, running);
        Simulator simulator = running.simulator();
        beans.registerSingleton(SIMULATOR, simulator);
        Map<String, Object> properties = new LinkedHashMap<>(simulator.properties(prefix));
        MutablePropertySources sources = context.getEnvironment().getPropertySources();
        HiddenProperties hidden = new HiddenProperties(prefix);
        // Their calls reach the simulator, too, which does not know them.
        hidden.others(sources).forEach(other -> simulator.properties("").forEach((name, value) -> {
            if (HiddenProperties.isForOthers(name)) {
                properties.put(other + "." + name, value);
            }
        }));
        hidden.hideIn(sources);
        sources.addFirst(new MapPropertySource(SIMULATOR, properties));
    }
}
