package io.github.wxpaycodegen.springboot;

import io.github.wxpaycodegen.runtime.WxPayClients;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.notification.Notifications;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Creates the clients of merchants. There is one for the client of {@code wxpay-client}. An application that generates
 * its own client declares a bean, whose type argument is the type of the client beans:
 *
 * <pre>{@code
 * @Bean
 * WxPayClientFactory<WxPay> wxPayClientFactory() {
 *     return WxPayClientFactory.of(WxPay::create, WxPay::reload, WxPay::notifications);
 * }
 * }</pre>
 *
 * @param <T> the generated client
 */
public interface WxPayClientFactory<T extends AutoCloseable> {
    /**
     * Returns a factory that calls the methods of a generated client.
     *
     * @param create {@code WxPay::create}
     * @param reload {@code WxPay::reload}
     * @param notifications {@code WxPay::notifications}
     */
    static <T extends AutoCloseable> WxPayClientFactory<T> of(
            BiFunction<WxPayConfig, WxPayClients, T> create,
            BiConsumer<T, WxPayConfig> reload,
            Function<T, Notifications> notifications) {
        return new WxPayClientFactory<>() {
            @Override
            public T create(WxPayConfig config, WxPayClients clients) {
                return create.apply(config, clients);
            }

            @Override
            public void reload(T client, WxPayConfig config) {
                reload.accept(client, config);
            }

            @Override
            public Notifications notifications(T client) {
                return notifications.apply(client);
            }
        };
    }

    /** Creates a client that belongs to a group. */
    T create(WxPayConfig config, WxPayClients clients);

    /** Replaces the configuration of a running client. */
    void reload(T client, WxPayConfig config);

    /** Returns the reader of a client's notifications. */
    Notifications notifications(T client);
}
