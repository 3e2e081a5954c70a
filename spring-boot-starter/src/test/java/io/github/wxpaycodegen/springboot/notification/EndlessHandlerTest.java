package io.github.wxpaycodegen.springboot.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.client.notifications.v3.TransactionSuccess;
import io.github.wxpaycodegen.simulator.Notice;
import io.github.wxpaycodegen.simulator.NotificationAttempt;
import io.github.wxpaycodegen.simulator.Simulator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Configuration;

class EndlessHandlerTest {
    private static final String PATH = "/wxpay/notify";

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    void handlerThatDoesNotEndIsAFailure(WebApplicationType type) throws Exception {
        try (Simulator gateway = Shop.startGateway(Shop.MCHID);
                Shop shop = impatientShop(type, gateway)) {
            NotificationAttempt attempt = shop.deliver(gateway, PATH, Notice.v3("TRANSACTION.SUCCESS"));

            assertThat(attempt.status()).hasValue(500);
            assertThat(shop.repeat(attempt, PATH, Map.of()).statusCode())
                    .as("while it runs")
                    .isEqualTo(503);
            shop.bean(Application.class).shipped.complete(null);
            assertThat(statusOnceStored(shop, attempt)).as("afterwards").isEqualTo(204);
        }
    }

    private static Shop impatientShop(WebApplicationType type, Simulator gateway) throws Exception {
        return Shop.start(
                type,
                Shop.merchant("wxpay", Shop.MCHID, gateway),
                List.of("wxpay.notifications.async-timeout=1ms"),
                Application.class);
    }

    /** The executor stores the end of the handler, while the next delivery may already arrive. */
    private static int statusOnceStored(Shop shop, NotificationAttempt attempt) throws Exception {
        long deadline = System.nanoTime() + Shop.PATIENCE.toNanos();
        int status;
        do {
            status = shop.repeat(attempt, PATH, Map.of()).statusCode();
        } while (status == 503 && System.nanoTime() < deadline);
        return status;
    }

    /** After the reply, a web server uses the object of the request for another request. */
    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    void lateHandlerReadsHeaders(WebApplicationType type) throws Exception {
        try (Simulator gateway = Shop.startGateway(Shop.MCHID);
                Shop shop = impatientShop(type, gateway)) {
            NotificationAttempt attempt = shop.deliver(gateway, PATH, Notice.v3("TRANSACTION.SUCCESS"));
            assertThat(attempt.status()).hasValue(500);
            shop.repeat(attempt, PATH, Map.of("Wechatpay-Serial", "other"));

            NotificationRequest request = shop.bean(Application.class).request.get();
            assertThat(request.header("wechatpay-serial"))
                    .isNotNull()
                    .isEqualTo(attempt.headers().get("Wechatpay-Serial"));
            assertThat(request.header("Content-Type")).isNotNull();
            assertThat(request.header("Not-Sent")).isNull();
        }
    }

    @Configuration
    @WebAutoConfiguration
    static class Application {
        final CompletableFuture<Void> shipped = new CompletableFuture<>();

        final AtomicReference<NotificationRequest> request = new AtomicReference<>();

        @WxPayNotification
        CompletableFuture<Void> ship(TransactionSuccess n, NotificationRequest received) {
            request.set(received);
            return shipped;
        }
    }
}
