package io.github.wxpaycodegen.springboot.autoconfigure;

import io.github.wxpaycodegen.runtime.WxPayClients;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;

/** Explains that the client which an application generates itself needs a bean that creates it. */
final class MissingClientFailureAnalyzer extends AbstractFailureAnalyzer<NoSuchBeanDefinitionException>
        implements Ordered {
    private static final String BUNDLED = "io.github.wxpaycodegen.client.WxPay";

    /** Before Spring Boot's own analyzer, which knows nothing of clients. */
    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoSuchBeanDefinitionException cause) {
        Class<?> type = cause.getBeanType();
        if (type == null || cause instanceof NoUniqueBeanDefinitionException || !isOwnClient(type)) {
            return null;
        }
        String name = type.getSimpleName();
        return new FailureAnalysis(
                "No bean creates the client " + type.getName() + ", which your application generates:\n\n    "
                        + rootFailure.getMessage(),
                "Declare a bean of the type WxPayClientFactory<" + name + "> that returns WxPayClientFactory.of(" + name
                        + "::create, " + name + "::reload, " + name + "::notifications). If there is one, check that"
                        + " wxpay.enabled is not false. See"
                        + " https://github.com/wxpaycodegen/wxpay-codegen/blob/main/docs/guide/spring-boot.md#your-own-client",
                cause);
    }

    /** Returns true if a type has the method that creates generated clients. */
    private static boolean isOwnClient(Class<?> type) {
        try {
            return type.getMethod("create", WxPayConfig.class, WxPayClients.class)
                                    .getReturnType()
                            == type
                    && !type.getName().equals(BUNDLED);
        } catch (NoSuchMethodException e) {
            return false;
        }
    }
}
