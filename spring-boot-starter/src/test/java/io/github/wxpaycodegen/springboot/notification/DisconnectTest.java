package io.github.wxpaycodegen.springboot.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.client.notifications.v3.TransactionSuccess;
import io.github.wxpaycodegen.simulator.Notice;
import io.github.wxpaycodegen.simulator.NotificationAttempt;
import io.github.wxpaycodegen.simulator.Simulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Configuration;

/** A gateway that no longer waits for the reply. */
class DisconnectTest {
    private static final String PATH = "/wxpay/notify";

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    void handlerGoesOnAfterTheGatewayHangsUp(WebApplicationType type) throws Exception {
        try (Simulator gateway = Shop.startGateway(Shop.MCHID);
                Shop shop =
                        Shop.start(type, Shop.merchant("wxpay", Shop.MCHID, gateway), List.of(), Application.class)) {
            NotificationAttempt unread = shop.deliver(gateway, "/elsewhere", Notice.v3("TRANSACTION.SUCCESS"));
            Application handler = shop.bean(Application.class);

            try (Socket socket =
                    new Socket(InetAddress.getLoopbackAddress(), shop.url(PATH).getPort())) {
                socket.getOutputStream().write(bytes(shop.request(unread, PATH, Map.of()), unread.body()));
                assertThat(handler.started.await(Shop.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .isTrue();
            }

            assertThat(handler.interrupted.get(Shop.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isFalse();
            assertThat(shop.repeat(unread, PATH, Map.of()).statusCode()).isIn(204, 503);
        }
    }

    private static byte[] bytes(HttpRequest request, byte[] body) throws IOException {
        StringBuilder head = new StringBuilder("POST " + PATH + " HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        request.headers()
                .map()
                .forEach((name, values) ->
                        head.append(name).append(": ").append(values.get(0)).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(head.toString().getBytes(StandardCharsets.US_ASCII));
        bytes.write(body);
        return bytes.toByteArray();
    }

    @Configuration
    @WebAutoConfiguration
    static class Application {
        final CountDownLatch started = new CountDownLatch(1);
        final CompletableFuture<Boolean> interrupted = new CompletableFuture<>();

        @WxPayNotification
        void paid(TransactionSuccess n) {
            started.countDown();
            try {
                // No event tells that the server has noticed the end of the connection.
                Thread.sleep(2000);
                interrupted.complete(false);
            } catch (InterruptedException e) {
                interrupted.complete(true);
            }
        }
    }
}
