package io.github.wxpaycodegen.junit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Adds a simulator to the contexts of tests with {@link WxPayTest}. Spring finds it by {@code spring.factories}. */
final class SimulatorContextCustomizerFactory implements ContextCustomizerFactory {
    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
        WxPayTest test = TestContextAnnotationUtils.findMergedAnnotation(testClass, WxPayTest.class);
        return test == null ? null : new SimulatorContextCustomizer(test.prefix(), test.simulator());
    }
}
