package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v3.refund.Refund;
import io.github.wxpaycodegen.simulator.Simulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

class ShopTest {
    private static final String BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    private static Simulator gateway;
    private static WxPay pay;
    private static ConfigurableApplicationContext shop;

    @BeforeAll
    static void start() {
        gateway = Simulator.builder()
                .mchid("1230000109")
                .v2Key("matrix-key-0123456789abcdef01234")
                .start();
        pay = WxPay.create(gateway.config().build());
        shop = new SpringApplicationBuilder(Shop.class)
                .initializers(
                        context -> ((GenericApplicationContext) context).registerBean(WxPay.class, () -> pay))
                .run("--server.port=0", "--server.address=127.0.0.1");
    }

    @AfterAll
    static void stop() {
        shop.close();
        pay.close();
        gateway.close();
    }

    @Test
    void respondsToABrowserInJson() throws Exception {
        HttpResponse<String> response = respond("/cancelled/O1");

        assertEquals(200, response.statusCode());
        assertEquals("application/json", response.headers().firstValue("content-type").orElse(""));
        assertEquals("{\"order\":\"O1\"}", response.body());
    }

    /** A message has no getters, which Jackson looks for. */
    @Test
    void messageInResponseHasItsWireNames() throws Exception {
        HttpResponse<String> response = respond("/refunds/R1");

        assertEquals(200, response.statusCode());
        assertEquals("application/json", response.headers().firstValue("content-type").orElse(""));
        assertTrue(response.body().contains("\"out_refund_no\":\"R1\""), response.body());
        assertTrue(response.body().contains("\"amount\":{"), response.body());
        assertEquals(Refund.fromJson(response.body()).toJson(), response.body());
    }

    private static HttpResponse<String> respond(String path) throws Exception {
        String port = shop.getEnvironment().getProperty("local.server.port");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .header("Accept", BROWSER)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
