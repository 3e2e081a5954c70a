package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.wxpaycodegen.simulator.Notice;
import io.github.wxpaycodegen.simulator.NoticeFault;
import io.github.wxpaycodegen.simulator.NotificationAttempt;
import io.github.wxpaycodegen.simulator.Simulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

class NotificationsTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String V2_KEY = "0123456789abcdef0123456789abcdef";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String PATH = "/wxpay/notify";

    private static Simulator gateway;
    private static ConfigurableApplicationContext shop;

    @BeforeAll
    static void start() {
        gateway = Simulator.builder()
                .mchid("1230000109")
                .v2Key(V2_KEY)
                .notificationSpeed(1000)
                .notificationTimeout(PATIENCE)
                .start();
        SpringApplication application = new SpringApplication(Shop.class);
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", "0");
        properties.put("server.address", "127.0.0.1");
        // Filters that read forms, before the handler does.
        properties.put("spring.mvc.hiddenmethod.filter.enabled", "true");
        properties.put("spring.webflux.hiddenmethod.filter.enabled", "true");
        properties.put("wxpay.mchid", "1230000109");
        properties.put("wxpay.appid", "wxd678efh567hg6787");
        properties.put("wxpay.v2-key", V2_KEY);
        properties.put("wxpay.v3-key", gateway.v3Key());
        properties.put("wxpay.merchant-private-key-pem", gateway.merchantKeyPem());
        properties.put("wxpay.merchant-certificate-pem", gateway.merchantCertificatePem());
        properties.put("wxpay.wechat-pay-public-key-id", gateway.publicKeyId());
        properties.put("wxpay.wechat-pay-public-key-pem", gateway.publicKeyPem());
        properties.put("wxpay.platform-certificates-pem", gateway.platformCertificatePem());
        properties.put("wxpay.notifications.dedup", "jdbc");
        application.setDefaultProperties(properties);
        shop = application.run();
    }

    @AfterAll
    static void stop() {
        shop.close();
        gateway.close();
    }

    private static URI url(String path) {
        return URI.create("http://127.0.0.1:" + shop.getEnvironment().getProperty("local.server.port") + path);
    }

    private static NotificationAttempt deliver(String path, Notice notice) throws InterruptedException {
        return attempt(gateway.notifications().send(url(path), notice), 1);
    }

    private static NotificationAttempt attempt(String id, int number) throws InterruptedException {
        return gateway.notifications()
                .await(each -> each.id().equals(id) && each.number() == number, PATIENCE)
                .orElseThrow();
    }

    private static Notice paid(String order) {
        return Notice.v3("TRANSACTION.SUCCESS").with("out_trade_no", order);
    }

    private static List<String> handled(String order) {
        return shop.getBean(Shop.Orders.class).log().stream()
                .filter(each -> each.contains(order))
                .toList();
    }

    private static int status(String method, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(url(path))
                .header("Accept", "application/json")
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    @Test
    void handlesV3InOrderAndInATransaction() throws Exception {
        NotificationAttempt attempt = deliver(PATH, paid("ORDER-1"));

        assertEquals(204, attempt.status().orElseThrow());
        assertEquals(List.of("paid ORDER-1 of default", "ship ORDER-1"), handled("ORDER-1"));
    }

    @Test
    void handlesV2() throws Exception {
        NotificationAttempt attempt =
                deliver(PATH, Notice.v2("transaction-success").with("out_trade_no", "ORDER-2"));

        assertTrue(attempt.isAccepted());
        assertEquals(List.of("paid ORDER-2"), handled("ORDER-2"));
    }

    @Test
    void failureLeadsToAnotherDelivery() throws Exception {
        shop.getBean(Shop.Orders.class).failOnce("ORDER-3");

        NotificationAttempt first = deliver(PATH, paid("ORDER-3"));

        assertEquals(500, first.status().orElseThrow());
        assertEquals(204, attempt(first.id(), 2).status().orElseThrow());
        assertEquals(2, handled("ORDER-3").size());
    }

    @Test
    void handlesRepeatedNotificationOnce() throws Exception {
        String id = gateway.notifications().send(url(PATH), paid("ORDER-4").twice());

        // Both arrive together: one may be rejected with 503, and is then repeated.
        NotificationAttempt one = accepted(id, null);
        accepted(id, one);
        assertEquals(2, handled("ORDER-4").size());
    }

    private static NotificationAttempt accepted(String id, NotificationAttempt other) throws InterruptedException {
        return gateway.notifications()
                .await(each -> each.id().equals(id) && each.isAccepted() && each != other, PATIENCE)
                .orElseThrow();
    }

    @Test
    void rejectsForgedNotification() throws Exception {
        NotificationAttempt attempt = deliver(PATH, paid("ORDER-5").withFault(NoticeFault.BAD_SIGNATURE));

        assertEquals(401, attempt.status().orElseThrow());
        assertEquals(List.of(), handled("ORDER-5"));
    }

    @Test
    void verifiesTheBytesOfAForm() throws Exception {
        NotificationAttempt rejected = deliver(PATH + "/unknown", paid("ORDER-6"));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url(PATH)).header("Content-Type", "application/x-www-form-urlencoded");
        rejected.headers().forEach((name, value) -> {
            if (name.regionMatches(true, 0, "Wechatpay-", 0, 10)) {
                request.header(name, value);
            }
        });
        HttpResponse<Void> reply = HTTP.send(
                request.POST(HttpRequest.BodyPublishers.ofByteArray(rejected.body()))
                        .build(),
                HttpResponse.BodyHandlers.discarding());

        assertFalse(rejected.isAccepted(), "the application serves the paths that name no merchant");
        assertEquals(204, reply.statusCode());
        assertEquals(2, handled("ORDER-6").size());
    }

    @Test
    void otherPathsRemainProtected() throws Exception {
        assertEquals(401, status("GET", "/orders"));
        assertEquals(401, status("GET", PATH));
        assertTrue(List.of(401, 403).contains(status("POST", "/orders")));
    }
}
