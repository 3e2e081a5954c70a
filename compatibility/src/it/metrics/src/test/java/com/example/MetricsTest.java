package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.simulator.Simulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** An application shows the meters of its calls under /actuator/metrics. */
class MetricsTest {
    private static final String CALLS = "wxpay.client.calls?tag=operation:/v2/wxv/cancelbill&tag=outcome:SUCCESS";

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
    void showsCallsAttemptsAndConnections() throws Exception {
        try (ConfigurableApplicationContext shop = start(Shop.class)) {
            assertShowsCalls(shop);
            String attempts = metric(shop, "wxpay.client.attempts");
            assertTrue(attempts.contains(gateway.baseUri().getAuthority()), attempts);
            String max = metric(shop, "wxpay.client.connections.max?tag=client:shop");
            assertTrue(max.contains("{\"statistic\":\"VALUE\",\"value\":200.0}"), max);
            String connections = metric(shop, "wxpay.client.connections?tag=client:shop");
            assertTrue(connections.contains("leased"), connections);
            assertTrue(connections.contains("available"), connections);
        }
    }

    @Test
    void showsObservedCalls() throws Exception {
        try (ConfigurableApplicationContext shop = start(ObservedShop.class)) {
            assertShowsCalls(shop);
            String attempts = metric(shop, "wxpay.client.calls.attempt");
            assertTrue(attempts.contains("{\"statistic\":\"COUNT\",\"value\":2.0}"), attempts);
        }
    }

    private static void assertShowsCalls(ConfigurableApplicationContext shop) throws Exception {
        cancel(shop);
        cancel(shop);
        String calls = metric(shop, CALLS);
        assertTrue(calls.contains("{\"statistic\":\"COUNT\",\"value\":2.0}"), calls);
        for (String tag : List.of("method", "protocol", "status", "exception", "error.code")) {
            assertTrue(calls.contains("{\"tag\":\"" + tag + "\""), calls);
        }
    }

    private static ConfigurableApplicationContext start(Class<?> application) {
        return new SpringApplicationBuilder(application)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(WxPayConfig.Builder.class, gateway::config))
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--management.endpoints.web.exposure.include=metrics");
    }

    private static void cancel(ConfigurableApplicationContext shop) {
        shop.getBean(WxPay.class)
                .v2()
                .wxv()
                .cancelBill(b -> b.outOrderNo("O1").reason("用户投诉").serviceId("500001"));
    }

    private static String metric(ConfigurableApplicationContext shop, String query) throws Exception {
        String port = shop.getEnvironment().getProperty("local.server.port");
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/metrics/" + query))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertEquals(200, response.statusCode(), response.body());
        return response.body();
    }
}
