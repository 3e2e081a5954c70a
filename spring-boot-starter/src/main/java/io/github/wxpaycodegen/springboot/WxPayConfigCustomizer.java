package io.github.wxpaycodegen.springboot;

import io.github.wxpaycodegen.runtime.WxPayConfig;

/**
 * Callback bean that changes the configuration of each merchant before its client is created or reloaded. It sets what
 * no property can: a signature provider, a clock, a transport. Customizers run in the order of their beans, after the
 * properties.
 */
@FunctionalInterface
public interface WxPayConfigCustomizer {
    /**
     * Changes a configuration.
     *
     * @param merchant the name of the merchant below {@code wxpay.merchants}, or {@link WxPayMerchants#SINGLE}
     * @param config the settings of the merchant's properties, to which settings can be added
     */
    void customize(String merchant, WxPayConfig.Builder config);
}
