package io.github.wxpaycodegen.springboot;

import io.github.wxpaycodegen.runtime.notification.Notifications;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The clients of the configured merchants. Thread-safe.
 *
 * @param <T> the generated client
 */
public final class WxPayMerchants<T extends AutoCloseable> {
    /** The name of the merchant that is configured by {@code wxpay.*} alone, without {@code wxpay.merchants}. */
    public static final String SINGLE = "default";

    private final WxPayClientFactory<T> factory;
    private final Map<String, Merchant<T>> merchants;

    /**
     * A merchant.
     *
     * @param name the name below {@code wxpay.merchants}, or {@link #SINGLE}
     * @param mchid the merchant id; null if only a brand is configured
     * @param subMchid the merchant that a service provider acts for; null for none
     * @param client the client
     * @param <T> the generated client
     */
    public record Merchant<T>(
            String name, @Nullable String mchid, @Nullable String subMchid, T client) {}

    /**
     * Creates the lookup.
     *
     * @param factory the factory that created the clients
     * @param merchants the merchants, in their order; their names differ
     */
    public WxPayMerchants(WxPayClientFactory<T> factory, List<Merchant<T>> merchants) {
        this.factory = factory;
        this.merchants = new LinkedHashMap<>();
        merchants.forEach(each -> this.merchants.put(each.name(), each));
    }

    /** Returns the names of the merchants. */
    public Set<String> names() {
        return Set.copyOf(merchants.keySet());
    }

    /**
     * Returns the client of a merchant.
     *
     * @param name the name below {@code wxpay.merchants}, or {@link #SINGLE}
     * @throws IllegalArgumentException if no merchant has this name
     */
    public T get(String name) {
        return merchant(name).client();
    }

    /**
     * Returns a merchant.
     *
     * @throws IllegalArgumentException if no merchant has this name
     */
    public Merchant<T> merchant(String name) {
        Merchant<T> found = merchants.get(name);
        if (found == null) {
            throw new IllegalArgumentException(
                    "no merchant is called " + name + ": configured are " + merchants.keySet());
        }
        return found;
    }

    /**
     * Returns the reader of a merchant's notifications.
     *
     * @throws IllegalArgumentException if no merchant has this name
     */
    public Notifications notifications(String name) {
        return factory.notifications(get(name));
    }

    /** Returns the client with a merchant id; empty for none. */
    public Optional<T> findByMchid(String mchid) {
        return merchants.values().stream()
                .filter(each -> mchid.equals(each.mchid()))
                .map(Merchant::client)
                .findFirst();
    }

    /** Returns the client that acts for a sub-merchant; empty for none. */
    public Optional<T> findBySubMchid(String subMchid) {
        return merchants.values().stream()
                .filter(each -> subMchid.equals(each.subMchid()))
                .map(Merchant::client)
                .findFirst();
    }
}
