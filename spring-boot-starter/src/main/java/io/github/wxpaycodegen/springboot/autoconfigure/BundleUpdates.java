package io.github.wxpaycodegen.springboot.autoconfigure;

import io.github.wxpaycodegen.springboot.WxPayMerchants;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reloads the merchants whose SSL bundle changes. Changes before the clients exist are kept until then. Thread-safe. */
final class BundleUpdates {
    private static final Logger LOG = LoggerFactory.getLogger(BundleUpdates.class);

    /** The bundles that have changed before the clients existed, by merchant. */
    private final Map<String, String> early = new LinkedHashMap<>();

    private @Nullable WxPayMerchants<?> merchants;

    /** Reloads a merchant, now or as soon as its client exists. */
    synchronized void changed(String merchant, String bundle) {
        if (merchants == null) {
            early.put(merchant, bundle);
        } else {
            reload(merchants, merchant, bundle);
        }
    }

    /** Sets the clients, whose bundles may have changed since they were read. */
    synchronized void applyTo(WxPayMerchants<?> created) {
        merchants = created;
        early.forEach((merchant, bundle) -> reload(created, merchant, bundle));
        early.clear();
    }

    /** Reloads a client. If its new keys are wrong, it keeps the old ones: those may still be valid. */
    private static void reload(WxPayMerchants<?> merchants, String name, String bundle) {
        try {
            merchants.reload(name);
            LOG.info("The merchant {} has the new keys of the SSL bundle {}", name, bundle);
        } catch (RuntimeException e) {
            LOG.error(
                    "The SSL bundle {} has changed, but the merchant {} keeps its old keys: {}",
                    bundle,
                    name,
                    e.getMessage());
        }
    }
}
