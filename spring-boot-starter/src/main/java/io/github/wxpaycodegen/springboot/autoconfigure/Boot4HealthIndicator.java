package io.github.wxpaycodegen.springboot.autoconfigure;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Health of the merchants in Spring Boot 4. */
final class Boot4HealthIndicator implements HealthIndicator {
    private final MerchantHealth merchants;

    Boot4HealthIndicator(MerchantHealth merchants) {
        this.merchants = merchants;
    }

    @Override
    public Health health() {
        MerchantHealth.Result result = merchants.check();
        return (result.isUp() ? Health.up() : Health.down())
                .withDetails(result.details())
                .build();
    }
}
