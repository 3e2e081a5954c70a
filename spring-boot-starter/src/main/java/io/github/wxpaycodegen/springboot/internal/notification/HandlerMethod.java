package io.github.wxpaycodegen.springboot.internal.notification;

import io.github.wxpaycodegen.springboot.internal.setup.WxPaySetupException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.util.ReflectionUtils;
import reactor.core.publisher.Mono;

/** A method of a bean that handles notifications. */
final class HandlerMethod {
    private final Supplier<Object> bean;
    private final Class<?> beanClass;
    private final Method method;
    private final HandlerSignature signature;
    private final Set<String> merchants;
    private final int order;
    /** The method to call by the class of the bean, which may be that of a proxy. */
    private final ConcurrentMap<Class<?>, Method> invocable = new ConcurrentHashMap<>();

    /**
     * Creates a handler.
     *
     * @param bean returns the bean, which may be a proxy
     * @param beanClass the class of the bean without proxies
     * @param merchants the merchants that it is for; empty for all
     */
    HandlerMethod(
            Supplier<Object> bean,
            Class<?> beanClass,
            Method method,
            HandlerSignature signature,
            Set<String> merchants,
            int order) {
        this.bean = bean;
        this.beanClass = beanClass;
        this.method = method;
        this.signature = signature;
        this.merchants = merchants;
        this.order = order;
    }

    HandlerSignature signature() {
        return signature;
    }

    boolean handles(String merchant) {
        return merchants.isEmpty() || merchants.contains(merchant);
    }

    int order() {
        return order;
    }

    /** Calls the method; a failure of it is one of the stage. */
    CompletionStage<?> invoke(Delivery delivery) {
        try {
            Object target = bean.get();
            Method callable = invocable.computeIfAbsent(target.getClass(), this::invocableOn);
            Object[] arguments = signature.arguments().stream()
                    .map(each -> each.apply(delivery))
                    .toArray();
            return stage(callable.invoke(target, arguments));
        } catch (InvocationTargetException e) {
            if (e.getTargetException() instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return CompletableFuture.failedFuture(e.getTargetException());
        } catch (ReflectiveOperationException | RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static CompletionStage<?> stage(@Nullable Object result) {
        if (result == null) {
            return CompletableFuture.completedFuture(null);
        }
        if (result instanceof CompletionStage<?> stage) {
            return stage;
        }
        ReactiveAdapter adapter = ReactiveAdapterRegistry.getSharedInstance().getAdapter(null, result);
        return adapter == null ? CompletableFuture.completedFuture(result) : Reactive.stage(adapter, result);
    }

    /**
     * Returns the method to call on beans of a class.
     *
     * @param actualClass the class of the bean or of its proxy
     * @throws WxPaySetupException if the method cannot be called through the proxy
     */
    Method invocableOn(Class<?> actualClass) {
        if (Modifier.isStatic(method.getModifiers())) {
            throw WxPaySetupException.ofHandler(this + " is static: a handler is a method of a bean");
        }
        boolean proxied = actualClass != beanClass && beanClass.isAssignableFrom(actualClass);
        if (proxied && (Modifier.isFinal(method.getModifiers()) || Modifier.isPrivate(method.getModifiers()))) {
            throw WxPaySetupException.ofHandler(this + " is "
                    + (Modifier.isFinal(method.getModifiers()) ? "final" : "private")
                    + ", but its bean is proxied, for instance because of @Transactional. The proxy cannot call it:"
                    + " make the method neither private nor final");
        }
        Method callable = AopUtils.selectInvocableMethod(method, actualClass);
        ReflectionUtils.makeAccessible(callable);
        return callable;
    }

    /** Returns the class and the method. */
    @Override
    public String toString() {
        return HandlerSignature.describe(method, beanClass);
    }

    /** Separate, because Reactor is optional. There are adapters only with it. */
    private static final class Reactive {
        static CompletionStage<?> stage(ReactiveAdapter adapter, Object result) {
            Mono<?> mono = adapter.isMultiValue()
                    ? Mono.when(adapter.toPublisher(result))
                    : Mono.from(adapter.toPublisher(result));
            return mono.toFuture();
        }
    }
}
