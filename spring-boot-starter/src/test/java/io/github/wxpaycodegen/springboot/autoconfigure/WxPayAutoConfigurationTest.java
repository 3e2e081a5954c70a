package io.github.wxpaycodegen.springboot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.springboot.WxPayMerchants;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class WxPayAutoConfigurationTest {
    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(WxPayAutoConfiguration.class));

    @Test
    void findsClientByMerchantId() {
        application.withPropertyValues("wxpay.mchid=1230000109").run(context -> {
            WxPayMerchants<?> merchants = context.getBean(WxPayMerchants.class);

            assertThat(merchants.findByMchid("1230000109")).isPresent();
            assertThat(merchants.findByMchid("1230000110")).isEmpty();
        });
    }

    @Test
    void canBeSwitchedOff() {
        application.withPropertyValues("wxpay.enabled=false").run(context -> assertThat(context)
                .doesNotHaveBean(WxPayMerchants.class));
    }
}
