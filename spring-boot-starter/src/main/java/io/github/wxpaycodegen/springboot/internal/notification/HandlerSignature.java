package io.github.wxpaycodegen.springboot.internal.notification;

import io.github.wxpaycodegen.runtime.notification.ExpectsReply;
import io.github.wxpaycodegen.runtime.notification.Notification;
import io.github.wxpaycodegen.springboot.internal.setup.WxPaySetupException;
import io.github.wxpaycodegen.springboot.notification.NotificationRequest;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.MergedAnnotations;

/**
 * The signature of a handler method.
 *
 * @param notificationType the notifications that the method handles
 * @param replyType the type of the reply that they expect; null for none
 * @param arguments the arguments in the order of the parameters
 */
record HandlerSignature(
        Class<? extends Notification> notificationType,
        @Nullable Class<?> replyType,
        List<Function<Delivery, Object>> arguments) {
    /** Annotations whose proxies call a method on another thread, by name: not every application has both. */
    private static final List<String> ASYNC =
            List.of("org.springframework.scheduling.annotation.Async", "jakarta.ejb.Asynchronous");

    /**
     * Reads the signature of a method.
     *
     * @param beanClass the class of the bean, which decides on type variables
     * @param clientType the generated client
     * @throws WxPaySetupException if a parameter or the return type is not supported
     */
    static HandlerSignature of(Method method, Class<?> beanClass, Class<?> clientType) {
        Class<? extends Notification> notificationType = null;
        List<Function<Delivery, Object>> arguments = new ArrayList<>();
        for (int i = 0; i < method.getParameterCount(); i++) {
            Class<?> type =
                    ResolvableType.forMethodParameter(method, i, beanClass).resolve(Object.class);
            if (Notification.class.isAssignableFrom(type)) {
                if (notificationType != null) {
                    throw WxPaySetupException.ofHandler(describe(method, beanClass)
                            + " has two notifications as parameters:" + " declare a method for each of them");
                }
                notificationType = type.asSubclass(Notification.class);
                arguments.add(Delivery::notification);
            } else {
                arguments.add(argument(method, beanClass, type, clientType));
            }
        }
        if (notificationType == null) {
            throw WxPaySetupException.ofHandler(describe(method, beanClass)
                    + " has no notification as a parameter: declare one, such as TransactionSuccess, or Notification"
                    + " for all that no other method handles");
        }
        Class<?> replyType =
                ResolvableType.forClass(notificationType).as(ExpectsReply.class).resolveGeneric(0);
        requireReturnType(method, beanClass, notificationType, replyType);
        requireSameThread(method, beanClass);
        return new HandlerSignature(notificationType, replyType, List.copyOf(arguments));
    }

    private static Function<Delivery, Object> argument(
            Method method, Class<?> beanClass, Class<?> type, Class<?> clientType) {
        if (type == clientType) {
            return Delivery::client;
        }
        if (type == String.class) {
            return delivery -> delivery.request().merchant();
        }
        if (type == NotificationRequest.class) {
            return Delivery::request;
        }
        throw WxPaySetupException.ofHandler("a parameter of " + describe(method, beanClass) + " has the type "
                + type.getName()
                + ", which is not supported. Possible are one notification, the client of the merchant ("
                + clientType.getName() + "), the name of the merchant (String) and NotificationRequest");
    }

    private static void requireReturnType(
            Method method, Class<?> beanClass, Class<?> notificationType, @Nullable Class<?> replyType) {
        ResolvableType returned = ResolvableType.forMethodReturnType(method, beanClass);
        Class<?> type = returned.resolve(Object.class);
        boolean asynchronous = isAsynchronous(type);
        if (replyType == null) {
            if (!asynchronous && type != void.class) {
                throw WxPaySetupException.ofHandler(describe(method, beanClass) + " returns " + type.getName()
                        + ", but " + notificationType.getSimpleName()
                        + " expects no reply: return void, a CompletionStage or a Mono, and throw an exception"
                        + " on failure");
            }
            return;
        }
        Class<?> reply = asynchronous ? returned.getGeneric(0).resolve(replyType) : type;
        if (!replyType.isAssignableFrom(reply)) {
            throw WxPaySetupException.ofHandler(describe(method, beanClass) + " returns " + returned + ", but "
                    + notificationType.getSimpleName() + " expects a reply: return " + replyType.getSimpleName()
                    + ", or a CompletionStage or a Mono of it");
        }
    }

    /** Without a stage to wait for, the reply would be a success before the method has begun. */
    private static void requireSameThread(Method method, Class<?> beanClass) {
        Class<?> type = ResolvableType.forMethodReturnType(method, beanClass).resolve(Object.class);
        boolean isAsync = Stream.of(method, beanClass)
                .map(each -> MergedAnnotations.from(each, MergedAnnotations.SearchStrategy.TYPE_HIERARCHY))
                .anyMatch(annotations -> ASYNC.stream().anyMatch(annotations::isPresent));
        if (isAsync && !isAsynchronous(type)) {
            throw WxPaySetupException.ofHandler(describe(method, beanClass) + " is @Async and returns " + type.getName()
                    + ", so WeChat Pay would get a success before the method has run, even if it fails. Remove @Async, or"
                    + " return a CompletableFuture");
        }
    }

    private static boolean isAsynchronous(Class<?> type) {
        return CompletionStage.class.isAssignableFrom(type)
                || ReactiveAdapterRegistry.getSharedInstance().getAdapter(type) != null;
    }

    /** Returns the class and the method, for messages. */
    static String describe(Method method, Class<?> beanClass) {
        return "the method " + beanClass.getName() + "." + method.getName();
    }
}
