package io.github.wxpaycodegen.springboot.internal.notification;

import io.github.wxpaycodegen.springboot.internal.setup.WxPaySetupException;
import io.github.wxpaycodegen.springboot.notification.WxPayNotification;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.annotation.OrderUtils;
import org.springframework.util.ClassUtils;

/** Finds the handler methods of all beans, without creating beans. */
final class HandlerScanner {
    private final ConfigurableListableBeanFactory beans;

    HandlerScanner(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
    }

    /** A method with the annotation. */
    private record Candidate(String beanName, Class<?> beanClass, Method method, WxPayNotification annotation) {}

    /** Returns true if a bean has a handler method. */
    boolean findsAny() {
        return !candidates().isEmpty();
    }

    /**
     * Returns the handlers in their order.
     *
     * @param clientType the generated client
     * @param merchants the names of the configured merchants
     * @throws WxPaySetupException if a method cannot be a handler
     */
    List<HandlerMethod> find(Class<?> clientType, Collection<String> merchants) {
        return candidates().stream()
                .map(each -> handler(each, clientType, merchants))
                .sorted(Comparator.comparingInt(HandlerMethod::order))
                .toList();
    }

    private List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        for (String name : beans.getBeanNamesForType(Object.class)) {
            if (ScopedProxyUtils.isScopedTarget(name)) {
                continue; // its proxy is a bean too
            }
            Class<?> type = AutoProxyUtils.determineTargetClass(beans, name);
            if (type == null) {
                continue;
            }
            Class<?> beanClass = ClassUtils.getUserClass(type);
            handlerMethods(beanClass).entrySet().stream()
                    .sorted(Comparator.comparing(each -> each.getKey().toString()))
                    .forEach(each -> candidates.add(new Candidate(name, beanClass, each.getKey(), each.getValue())));
        }
        return candidates;
    }

    private static Map<Method, WxPayNotification> handlerMethods(Class<?> type) {
        if (!AnnotationUtils.isCandidateClass(type, WxPayNotification.class)) {
            return Map.of();
        }
        try {
            return MethodIntrospector.selectMethods(type, (MethodIntrospector.MetadataLookup<WxPayNotification>)
                    method -> AnnotatedElementUtils.findMergedAnnotation(method, WxPayNotification.class));
        } catch (NoClassDefFoundError e) {
            // A class of a library, whose optional dependency the application does not have. It has no handlers.
            return Map.of();
        }
    }

    private HandlerMethod handler(Candidate candidate, Class<?> clientType, Collection<String> merchants) {
        Method method = candidate.method();
        Class<?> beanClass = candidate.beanClass();
        HandlerMethod handler = new HandlerMethod(
                () -> beans.getBean(candidate.beanName()),
                beanClass,
                method,
                HandlerSignature.of(method, beanClass, clientType),
                merchants(candidate, merchants),
                order(method, beanClass));
        Class<?> actual = beans.getType(candidate.beanName());
        handler.invocableOn(actual == null ? beanClass : actual);
        return handler;
    }

    private static int order(Method method, Class<?> beanClass) {
        Integer own = OrderUtils.getOrder(method);
        return own == null ? OrderUtils.getOrder(beanClass, Ordered.LOWEST_PRECEDENCE) : own;
    }

    private Set<String> merchants(Candidate candidate, Collection<String> configured) {
        Set<String> names = new LinkedHashSet<>();
        for (String each : candidate.annotation().merchants()) {
            String name = String.valueOf(beans.resolveEmbeddedValue(each));
            if (!configured.contains(name)) {
                throw WxPaySetupException.ofHandler(HandlerSignature.describe(candidate.method(), candidate.beanClass())
                        + " is for the merchant " + name + ", which is not configured. Configured are "
                        + configured);
            }
            names.add(name);
        }
        return names;
    }
}
