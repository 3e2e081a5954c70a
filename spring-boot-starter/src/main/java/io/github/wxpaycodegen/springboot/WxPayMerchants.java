package io.github.wxpaycodegen.springboot;

import io.github.wxpaycodegen.runtime.WxPayClients;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.notification.Notifications;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The clients of the configured merchants. They belong to one {@link WxPayClients}, and connect on their first calls.
 * Thread-safe.
 *
 * @param <T> the generated client
 */
public final class WxPayMerchants<T extends AutoCloseable> {
    /** The name of the merchant that {@code wxpay.*} describes if there are no {@code wxpay.merchants}. */
    public static final String SINGLE = "default";

    private final WxPayClientFactory<T> factory;
    private final Map<String, Merchant<T>> merchants = new LinkedHashMap<>();

    /**
     * Creates the clients.
     *
     * @param factory creates a client
     * @param clients the group of the clients, which closes them
     * @param configs return the configuration of each merchant, by its name: when its client is created, and again for
     *     each {@link #reload(String)}
     */
    public WxPayMerchants(
            WxPayClientFactory<T> factory, WxPayClients clients, Map<String, ? extends Supplier<WxPayConfig>> configs) {
        this.factory = factory;
        // All configurations are read before a client is created, so that an error leaves nothing to close.
        Map<String, WxPayConfig> read = new LinkedHashMap<>();
        configs.forEach((name, config) -> read.put(name, config.get()));
        configs.forEach((name, source) -> {
            WxPayConfig config = Objects.requireNonNull(read.get(name));
            merchants.put(name, new Merchant<>(source, config, factory.create(config, clients)));
        });
    }

    /** Returns the names of the merchants, in the order of the properties. */
    public Set<String> names() {
        return Collections.unmodifiableSet(merchants.keySet());
    }

    /**
     * Returns the client of a merchant.
     *
     * @param name the name below {@code wxpay.merchants}, or {@link #SINGLE}
     * @throws IllegalArgumentException if no merchant has this name
     */
    public T get(String name) {
        return merchant(name).client;
    }

    /**
     * Returns the configuration that a merchant's client has at present.
     *
     * @throws IllegalArgumentException if no merchant has this name
     */
    public WxPayConfig config(String name) {
        return merchant(name).config;
    }

    /**
     * Returns the reader of a merchant's notifications.
     *
     * @throws IllegalArgumentException if no merchant has this name
     */
    public Notifications notifications(String name) {
        return factory.notifications(get(name));
    }

    /**
     * Returns the client of a merchant id; empty for none. If several clients have it, because a service provider acts
     * for several sub-merchants, it is the client without a sub-merchant.
     *
     * @throws IllegalStateException if several clients match, for a payment must not be made by just any of them
     */
    public Optional<T> findByMchid(String mchid) {
        List<String> all = named(WxPayConfig::mchid, mchid);
        if (all.size() > 1) {
            List<String> own =
                    all.stream().filter(name -> config(name).subMchid() == null).toList();
            return only("mchid", mchid, own.isEmpty() ? all : own);
        }
        return only("mchid", mchid, all);
    }

    /**
     * Returns the client that acts for a sub-merchant; empty for none.
     *
     * @throws IllegalStateException if several clients match
     */
    public Optional<T> findBySubMchid(String subMchid) {
        return only("sub-mchid", subMchid, named(WxPayConfig::subMchid, subMchid));
    }

    private List<String> named(Function<WxPayConfig, @Nullable String> id, String value) {
        List<String> found = new ArrayList<>();
        for (String name : merchants.keySet()) {
            if (value.equals(id.apply(config(name)))) {
                found.add(name);
            }
        }
        return found;
    }

    private Optional<T> only(String id, String value, List<String> names) {
        if (names.size() > 1) {
            throw new IllegalStateException(
                    "several merchants have the " + id + " " + value + ": " + names + ". Look up one of them by name");
        }
        return names.stream().findFirst().map(this::get);
    }

    /**
     * Reads the settings of a merchant again, from the properties and from the files that they name, and replaces those of
     * the running client. Calls in progress end with the old ones.
     *
     * @throws IllegalArgumentException if no merchant has this name
     * @throws ConfigurationException if a setting is invalid or an id has changed; the client keeps its settings
     */
    public void reload(String name) {
        Merchant<T> merchant = merchant(name);
        // Of two reloads at a time, the later one reads last and wins.
        synchronized (merchant) {
            WxPayConfig config = merchant.source.get();
            factory.reload(merchant.client, config);
            merchant.config = config;
        }
    }

    private Merchant<T> merchant(String name) {
        Merchant<T> found = merchants.get(name);
        if (found == null) {
            throw new IllegalArgumentException(
                    "no merchant is called \"" + name + "\": wxpay.merchants has " + merchants.keySet());
        }
        return found;
    }

    /** Returns the names of the merchants. */
    @Override
    public String toString() {
        return "WxPayMerchants" + merchants.keySet();
    }

    private static final class Merchant<T> {
        private final Supplier<WxPayConfig> source;
        private final T client;
        private volatile WxPayConfig config;

        Merchant(Supplier<WxPayConfig> source, WxPayConfig config, T client) {
            this.source = source;
            this.config = config;
            this.client = client;
        }
    }
}
