package io.github.wxpaycodegen.springboot.notification;

import io.github.wxpaycodegen.simulator.Notice;
import io.github.wxpaycodegen.simulator.NotificationAttempt;
import io.github.wxpaycodegen.simulator.Simulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.embedded.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.reactive.server.ReactiveWebServerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A running application with a web server on loopback, and a merchant of a simulator. */
final class Shop implements AutoCloseable {
    static final String MCHID = "1230000109";
    static final String V2_KEY = "spring-key-0123456789abcdef01234";

    /** Tests must pass on a machine that is busy with other things. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;

    private Shop(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Simulator startGateway(String mchid) {
        return Simulator.builder()
                .mchid(mchid)
                .v2Key(V2_KEY)
                .notificationSpeed(1000)
                .notificationTimeout(PATIENCE)
                .start();
    }

    /** Returns the properties of a merchant. */
    static List<String> merchant(String prefix, String mchid, Simulator gateway) {
        return List.of(
                prefix + ".mchid=" + mchid,
                prefix + ".appid=wxd678efh567hg6787",
                prefix + ".v2-key=" + V2_KEY,
                prefix + ".v3-key=" + gateway.v3Key(),
                prefix + ".merchant-private-key-pem=" + gateway.merchantKeyPem(),
                prefix + ".merchant-certificate-pem=" + gateway.merchantCertificatePem(),
                prefix + ".wechat-pay-public-key-id=" + gateway.publicKeyId(),
                prefix + ".wechat-pay-public-key-pem=" + gateway.publicKeyPem(),
                prefix + ".platform-certificates-pem=" + gateway.platformCertificatePem());
    }

    static Shop start(WebApplicationType type, List<String> merchants, List<String> properties, Class<?>... sources) {
        Map<String, Object> all = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>(merchants);
        lines.add("server.port=0");
        lines.add("server.address=127.0.0.1");
        lines.add("spring.main.banner-mode=off");
        lines.add("spring.jmx.enabled=false");
        lines.addAll(properties);
        for (String each : lines) {
            all.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
        }
        SpringApplicationBuilder application = new SpringApplicationBuilder(sources);
        if (type == WebApplicationType.REACTIVE) {
            application.sources(Netty.class);
        }
        return new Shop(application
                .web(type)
                .registerShutdownHook(false)
                .logStartupInfo(false)
                .properties(all)
                .run());
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    /** Lets the gateway send a notification, and returns its first attempt. */
    NotificationAttempt deliver(Simulator gateway, String path, Notice notice) throws InterruptedException {
        return attempt(gateway, gateway.notifications().send(url(path), notice), 1);
    }

    /** Waits for an attempt of the gateway. */
    static NotificationAttempt attempt(Simulator gateway, String id, int number) throws InterruptedException {
        return gateway.notifications()
                .await(each -> each.id().equals(id) && each.number() == number, PATIENCE)
                .orElseThrow();
    }

    /** Sends the same bytes with the same signature as the gateway did, with other headers if need be. */
    HttpResponse<String> repeat(NotificationAttempt attempt, String path, Map<String, String> otherHeaders)
            throws IOException, InterruptedException {
        return HTTP.send(request(attempt, path, otherHeaders), HttpResponse.BodyHandlers.ofString());
    }

    HttpRequest request(NotificationAttempt attempt, String path, Map<String, String> otherHeaders) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url(path)).timeout(PATIENCE);
        Map<String, String> headers = new LinkedHashMap<>();
        attempt.headers().forEach((name, value) -> {
            if (name.regionMatches(true, 0, "Wechatpay-", 0, 10) || name.equalsIgnoreCase("Content-Type")) {
                headers.put(name.toLowerCase(Locale.ROOT), value);
            }
        });
        headers.putAll(otherHeaders);
        headers.forEach(request::header);
        return request.POST(HttpRequest.BodyPublishers.ofByteArray(attempt.body()))
                .build();
    }

    HttpResponse<String> send(String method, String path, String contentType, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url(path))
                .timeout(PATIENCE)
                .header("Content-Type", contentType)
                .header("Accept", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    int status(String method, String path) throws IOException, InterruptedException {
        return send(method, path, "application/json", "").statusCode();
    }

    /** The class path has Tomcat, too, which Spring Boot would prefer. */
    @Configuration
    static class Netty {
        @Bean
        ReactiveWebServerFactory netty() {
            return new NettyReactiveWebServerFactory();
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
