package io.github.wxpaycodegen.springboot.autoconfigure;

import io.github.wxpaycodegen.springboot.WxPayMerchants;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;

/** Shows the version and the merchants under {@code /actuator/info}, which is often public: ids are masked. */
final class MerchantsInfoContributor implements InfoContributor {
    private final WxPayMerchants<?> merchants;

    MerchantsInfoContributor(WxPayMerchants<?> merchants) {
        this.merchants = merchants;
    }

    @Override
    public void contribute(Info.Builder builder) {
        Map<String, String> ids = new LinkedHashMap<>();
        merchants
                .names()
                .forEach(name ->
                        ids.put(name, MerchantIds.masked(merchants.config(name).mchid())));
        builder.withDetail("wxpay", Map.of("version", StarterVersion.read(), "merchants", ids));
    }
}
