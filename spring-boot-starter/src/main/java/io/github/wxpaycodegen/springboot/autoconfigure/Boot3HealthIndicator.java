package io.github.wxpaycodegen.springboot.autoconfigure;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** Health of the merchants in Spring Boot 3. */
final class Boot3HealthIndicator implements HealthIndicator {
    private final MerchantHealth merchants;

    Boot3HealthIndicator(MerchantHealth merchants) {
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
