package io.github.wxpaycodegen.springboot.autoconfigure;

import io.github.wxpaycodegen.runtime.CallListener;
import io.github.wxpaycodegen.runtime.WxPayClients;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.springboot.WxPayClientFactory;
import io.github.wxpaycodegen.springboot.WxPayConfigCustomizer;
import io.github.wxpaycodegen.springboot.WxPayMerchants;
import io.github.wxpaycodegen.springboot.internal.setup.WxPaySetupException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates the clients of the configured merchants, and reloads those whose SSL bundle changes. */
final class MerchantsFactory {
    private static final Logger LOG = LoggerFactory.getLogger(MerchantsFactory.class);

    private final ConfiguredMerchants merchants;
    private final PropertyReader reader;
    private final ContentReader contents;
    private final SslBundleKeys bundles;
    private final List<CallListener> listeners;
    private final List<WxPayConfigCustomizer> customizers;
    private final GatewayContacts contacts;

    MerchantsFactory(
            ConfiguredMerchants merchants,
            PropertyReader reader,
            ContentReader contents,
            SslBundleKeys bundles,
            List<CallListener> listeners,
            List<WxPayConfigCustomizer> customizers,
            GatewayContacts contacts) {
        this.merchants = merchants;
        this.reader = reader;
        this.contents = contents;
        this.bundles = bundles;
        this.listeners = listeners;
        this.customizers = customizers;
        this.contacts = contacts;
    }

    /**
     * Creates the clients.
     *
     * @throws WxPaySetupException if a property is missing or invalid
     */
    <T extends AutoCloseable> WxPayMerchants<T> create(WxPayClientFactory<T> factory, WxPayClients clients) {
        merchants.requireAny();
        List<String> unknown = merchants.unknown();
        if (!unknown.isEmpty()) {
            LOG.warn("Ignored properties that are not settings, and may be misspelled: {}", unknown);
        }
        Map<String, MerchantProperties> properties = new LinkedHashMap<>();
        merchants
                .prefixes()
                .forEach((name, prefix) ->
                        properties.put(name, new MerchantProperties(reader, contents, bundles, prefix)));
        // Before the bundles are read, so that no update is missed.
        BundleUpdates updates = new BundleUpdates();
        properties.forEach((name, settings) -> settings.sslBundle()
                .ifPresent(bundle -> bundles.onUpdate(bundle, () -> updates.changed(name, bundle))));
        WxPayMerchants<T> created = new WxPayMerchants<>(factory, clients, configs(properties));
        updates.applyTo(created);
        return created;
    }

    /**
     * Reads the configurations of all merchants, and returns suppliers that return them the first time.
     *
     * @throws WxPaySetupException with the problems of all merchants, and of their choice
     */
    private Map<String, Supplier<WxPayConfig>> configs(Map<String, MerchantProperties> properties) {
        Map<String, WxPayConfig> atStart = new ConcurrentHashMap<>();
        Map<String, Supplier<WxPayConfig>> configs = new LinkedHashMap<>();
        List<WxPaySetupException> problems = new ArrayList<>(merchants.problems());
        properties.forEach((name, settings) -> {
            Supplier<WxPayConfig> reading = () -> settings.config(config -> complete(name, config));
            try {
                atStart.put(name, reading.get());
            } catch (WxPaySetupException e) {
                problems.add(e);
            }
            configs.put(name, () -> {
                WxPayConfig ready = atStart.remove(name);
                return ready == null ? reading.get() : ready;
            });
        });
        if (!problems.isEmpty()) {
            throw WxPaySetupException.ofAll(problems);
        }
        return configs;
    }

    private void complete(String merchant, WxPayConfig.Builder config) {
        config.listener(contacts.of(merchant));
        listeners.forEach(config::listener);
        customizers.forEach(each -> each.customize(merchant, config));
    }
}
