package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.wxpaycodegen.simulator.Simulator;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.reflect.Method;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class StarterTest {
    private static Simulator gateway;

    @BeforeAll
    static void startGateway() {
        gateway = Simulator.builder()
                .mchid("1230000109")
                .v2Key("matrix-key-0123456789abcdef01234")
                .start();
    }

    @AfterAll
    static void stopGateway() {
        gateway.close();
    }

    @Test
    void shopSellsIsHealthyAndMeasured() throws Exception {
        try (ConfigurableApplicationContext shop = start("--wxpay.v3-key=" + gateway.v3Key())) {
            assertTrue(shop.getBean(Shop.class).order("ORDER-1").startsWith("weixin://"));

            assertEquals("UP", health(shop));
            assertEquals(
                    1,
                    shop.getBean(MeterRegistry.class)
                            .get("wxpay.client.calls")
                            .timer()
                            .count());
        }
    }

    @Test
    void wrongPropertyStopsTheStart() {
        assertThrows(RuntimeException.class, () -> start("--wxpay.v3-key=short"));
    }

    private static ConfigurableApplicationContext start(String argument) {
        return new SpringApplicationBuilder(Shop.class)
                .web(WebApplicationType.NONE)
                .run(
                        argument,
                        "--wxpay.mchid=1230000109",
                        "--wxpay.appid=wxd678efh567hg6787",
                        "--wxpay.merchant-private-key-pem=" + gateway.merchantKeyPem(),
                        "--wxpay.merchant-certificate-pem=" + gateway.merchantCertificatePem(),
                        "--wxpay.wechat-pay-public-key-id=" + gateway.publicKeyId(),
                        "--wxpay.wechat-pay-public-key-pem=" + gateway.publicKeyPem(),
                        "--wxpay.host=" + gateway.baseUri(),
                        "--wxpay.trust-pem=" + gateway.caCertificatePem());
    }

    /** By reflection, because health has other packages in Spring Boot 4. */
    private static String health(ConfigurableApplicationContext shop) throws Exception {
        Object indicator = shop.getBean("wxpayHealthIndicator");
        Method check = indicator.getClass().getMethod("health");
        check.setAccessible(true);
        Object health = check.invoke(indicator);
        return health.getClass().getMethod("getStatus").invoke(health).toString();
    }
}
