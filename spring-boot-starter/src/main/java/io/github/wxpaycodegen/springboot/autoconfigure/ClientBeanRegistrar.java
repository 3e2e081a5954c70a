package io.github.wxpaycodegen.springboot.autoconfigure;

import io.github.wxpaycodegen.springboot.WxPayClientFactory;
import io.github.wxpaycodegen.springboot.WxPayMerchants;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.env.Environment;

/** Registers a bean for the client of each merchant, whose name is its qualifier. */
final class ClientBeanRegistrar implements BeanDefinitionRegistryPostProcessor {
    private static final String SINGLE = "wxPay";

    private final Environment environment;

    ClientBeanRegistrar(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        if (registry instanceof ConfigurableListableBeanFactory beans) {
            Class<?> client = clientType(beans);
            if (client != null) {
                register(client, registry);
            }
        }
    }

    private void register(Class<?> client, BeanDefinitionRegistry registry) {
        ConfiguredMerchants merchants = ConfiguredMerchants.of(environment);
        String primary = merchants.primary();
        Set<String> names = new LinkedHashSet<>(merchants.prefixes().keySet());
        if (primary != null) {
            // If no merchant has this name, creating its client reports all problems of the properties. Without this
            // client, the choice among several would fail first.
            names.add(primary);
        }
        for (String name : names) {
            String beanName = name.equals(WxPayMerchants.SINGLE) ? SINGLE : SINGLE + "." + name;
            // It is there already if the context was prepared ahead of time, or if the application replaces it.
            if (!registry.containsBeanDefinition(beanName)) {
                registry.registerBeanDefinition(beanName, definition(client, name, name.equals(primary)));
            }
        }
    }

    private static RootBeanDefinition definition(Class<?> client, String merchant, boolean isPrimary) {
        RootBeanDefinition definition = new RootBeanDefinition();
        definition.setTargetType(client);
        definition.setFactoryBeanName(WxPayAutoConfiguration.MERCHANTS);
        definition.setFactoryMethodName("get");
        definition.getConstructorArgumentValues().addIndexedArgumentValue(0, merchant);
        definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, merchant));
        definition.setPrimary(isPrimary);
        return definition;
    }

    /** Returns the type of the clients; null if there is not exactly one factory, which the injection of it reports. */
    private static @Nullable Class<?> clientType(ConfigurableListableBeanFactory beans) {
        String[] factories = beans.getBeanNamesForType(WxPayClientFactory.class, true, false);
        if (factories.length != 1) {
            return null;
        }
        Class<?> type = beans.getMergedBeanDefinition(factories[0])
                .getResolvableType()
                .as(WxPayClientFactory.class)
                .getGeneric()
                .resolve();
        if (type == null || type == AutoCloseable.class) {
            throw new IllegalStateException("the bean \"" + factories[0] + "\" must be declared with the type of the"
                    + " client, WxPayClientFactory<com.example.pay.WxPay>, so that the client can be injected");
        }
        return type;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        // The definitions are registered.
    }
}
