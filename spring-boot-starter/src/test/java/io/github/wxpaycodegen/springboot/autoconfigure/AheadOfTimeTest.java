package io.github.wxpaycodegen.springboot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.springboot.WxPayMerchants;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.TestCompiler;
import org.springframework.javapoet.ClassName;

/** The beans that Spring prepares ahead of time, for native images. */
class AheadOfTimeTest {
    private static final Map<String, Object> PROPERTIES = Map.of(
            "wxpay.v2-key", "0123456789abcdef0123456789abcdef",
            "wxpay.mchid", "1900000001",
            "wxpay.primary", "tea",
            "wxpay.merchants.tea.sub-mchid", "1900000109",
            "wxpay.merchants.cake.sub-mchid", "1900000110");

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({SslAutoConfiguration.class, WxPayAutoConfiguration.class})
    static class Shop {
        Shop() {}
    }

    private static GenericApplicationContext context() {
        GenericApplicationContext context = new GenericApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("application", PROPERTIES));
        return context;
    }

    @Test
    @CompileWithForkedClassLoader
    @SuppressWarnings("unchecked")
    void preparedApplicationHasTheClients() {
        GenericApplicationContext source = context();
        AnnotationConfigUtils.registerAnnotationConfigProcessors(source);
        source.registerBean(Shop.class);
        TestGenerationContext generation = new TestGenerationContext();
        ClassName initializer = new ApplicationContextAotGenerator().processAheadOfTime(source, generation);
        generation.writeGeneratedContent();

        TestCompiler.forSystem().with(generation).compile(compiled -> {
            GenericApplicationContext prepared = context();
            compiled.getInstance(ApplicationContextInitializer.class, initializer.toString())
                    .initialize(prepared);
            try (prepared) {
                prepared.refresh();
                WxPayMerchants<?> merchants = prepared.getBean(WxPayMerchants.class);

                assertThat(prepared.getBean(WxPay.class)).isSameAs(merchants.get("tea"));
                assertThat(BeanFactoryAnnotationUtils.qualifiedBeanOfType(
                                prepared.getBeanFactory(), WxPay.class, "cake"))
                        .isSameAs(merchants.get("cake"));
            }
        });
    }

    @Test
    void hintsCoverWhatIsFoundByName() {
        RuntimeHints hints = new RuntimeHints();
        new WxPayRuntimeHints().registerHints(hints, getClass().getClassLoader());

        assertThat(RuntimeHintsPredicates.resource().forResource(StarterVersion.RESOURCE))
                .accepts(hints);
        assertThat(StarterVersion.read()).isNotEqualTo("unknown");
    }
}
