package io.github.wxpaycodegen.springboot.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.springboot.WxPayMerchants;
import io.github.wxpaycodegen.springboot.autoconfigure.WxPayAutoConfiguration;
import java.security.Provider;
import java.security.Security;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The examples of the guide run. */
class ExamplesTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    private static ApplicationContextRunner application(Class<?>... beans) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, WxPayAutoConfiguration.class))
                .withBean(Provider.class, () -> Security.getProvider("SunRsaSign"))
                .withUserConfiguration(beans);
    }

    @Test
    void shopOrdersAtTheGateway() {
        try (Simulator gateway = Simulator.builder().mchid("1230000109").start()) {
            application(Checkout.class, PayConfiguration.class)
                    .withPropertyValues(
                            "wxpay.mchid=1230000109",
                            "wxpay.appid=wxd678efh567hg6787",
                            "wxpay.merchant-private-key-pem=" + gateway.merchantKeyPem(),
                            "wxpay.merchant-certificate-pem=" + gateway.merchantCertificatePem(),
                            "wxpay.wechat-pay-public-key-id=" + gateway.publicKeyId(),
                            "wxpay.wechat-pay-public-key-pem=" + gateway.publicKeyPem(),
                            "wxpay.host=" + gateway.baseUri(),
                            "wxpay.trust-pem=" + gateway.caCertificatePem())
                    .run(context -> {
                        assertThat(context.getBean(Checkout.class).order("GUIDE-1", 500))
                                .startsWith("weixin://");
                        assertThat(context).hasBean("failedCalls");
                    });
        }
    }

    @Test
    void cashiersHaveTheirMerchants() {
        application(Cashiers.class, OwnClientConfiguration.class)
                .withPropertyValues(
                        "wxpay.merchants.tea-house.mchid=1900000001",
                        "wxpay.merchants.tea-house.v2-key=" + KEY,
                        "wxpay.merchants.bakery.mchid=1900000002",
                        "wxpay.merchants.bakery.sub-mchid=1900000109",
                        "wxpay.merchants.bakery.v2-key=" + KEY)
                .run(context -> {
                    Cashiers cashiers = context.getBean(Cashiers.class);
                    WxPay bakery = (WxPay) context.getBean(WxPayMerchants.class).get("bakery");

                    assertThat(cashiers.ofShop("bakery")).isSameAs(bakery);
                    assertThat(cashiers.ofMerchant("1900000002")).isSameAs(bakery);
                    assertThat(cashiers.ofSubMerchant("1900000109")).isSameAs(bakery);
                    assertThat(cashiers.ofShop("")).isNotSameAs(bakery);
                    cashiers.renewKeys("bakery");
                });
    }
}
