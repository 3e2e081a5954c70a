package io.github.wxpaycodegen.springboot.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.client.notifications.v3.TransactionSuccess;
import io.github.wxpaycodegen.simulator.Notice;
import io.github.wxpaycodegen.simulator.Simulator;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.security.reactive.ReactiveSecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.reactive.ReactiveUserDetailsServiceAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;

class NotificationSecurityTest {
    private static final String PATH = "/wxpay/notify";

    private static Simulator gateway;

    @BeforeAll
    static void startGateway() {
        gateway = Shop.startGateway(Shop.MCHID);
    }

    @AfterAll
    static void stopGateway() {
        gateway.close();
    }

    private static Shop start(WebApplicationType type, Class<?> chain, String... properties) {
        Class<?>[] sources = Stream.of(Application.class, chain)
                .filter(each -> each != Object.class)
                .toArray(Class<?>[]::new);
        return Shop.start(type, Shop.merchant("wxpay", Shop.MCHID, gateway), List.of(properties), sources);
    }

    private static int deliver(Shop shop, String path) throws InterruptedException {
        return shop.deliver(gateway, path, Notice.v3("TRANSACTION.SUCCESS"))
                .status()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    void defaultProtectionOfOtherPathsRemains(WebApplicationType type) throws Exception {
        try (Shop shop = start(type, Object.class)) {
            assertThat(deliver(shop, PATH)).isEqualTo(204);
            assertThat(deliver(shop, PATH + "/default")).isEqualTo(204);
            assertThat(shop.status("GET", "/orders")).isEqualTo(401);
            assertThat(shop.status("GET", PATH)).isEqualTo(401);
            assertThat(shop.status("POST", "/orders")).isIn(401, 403);
            assertThat(shop.status("POST", PATH + "/default/orders")).isIn(401, 403);
            assertThat(shop.status("POST", PATH + "x")).isIn(401, 403);
        }
    }

    @Test
    void chainOfMvcApplicationProtectsOtherPaths() throws Exception {
        try (Shop shop = start(WebApplicationType.SERVLET, ServletChain.class)) {
            chainProtectsOtherPaths(shop);
        }
    }

    @Test
    void chainOfWebFluxApplicationProtectsOtherPaths() throws Exception {
        try (Shop shop = start(WebApplicationType.REACTIVE, ReactiveChain.class)) {
            chainProtectsOtherPaths(shop);
        }
    }

    private static void chainProtectsOtherPaths(Shop shop) throws Exception {
        assertThat(deliver(shop, PATH)).isEqualTo(204);
        assertThat(shop.status("GET", "/open")).isEqualTo(404);
        assertThat(shop.status("GET", "/orders")).isEqualTo(401);
        assertThat(shop.status("GET", PATH)).isEqualTo(401);
        assertThat(shop.status("POST", "/open")).as("without a CSRF token").isEqualTo(403);
        assertThat(shop.status("POST", "/orders")).isIn(401, 403);
    }

    @Test
    void otherServletWithSuchPathRemainsProtected() throws Exception {
        try (Shop shop = start(WebApplicationType.SERVLET, OtherServlet.class)) {
            assertThat(shop.status("POST", "/admin" + PATH)).isIn(401, 403);
            assertThat(deliver(shop, PATH)).isEqualTo(204);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    void canBeSwitchedOff(WebApplicationType type) throws Exception {
        try (Shop shop = start(type, Object.class, "wxpay.notifications.security.enabled=false")) {
            assertThat(deliver(shop, PATH)).isIn(401, 403);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    void nothingIsOpenWithoutNotifications(WebApplicationType type) throws Exception {
        try (Shop shop = start(type, Object.class, "wxpay.notifications.enabled=false")) {
            assertThat(deliver(shop, PATH)).isIn(401, 403);
        }
    }

    @Configuration
    @WebAutoConfiguration
    @ImportAutoConfiguration({
        ReactiveSecurityAutoConfiguration.class,
        ReactiveUserDetailsServiceAutoConfiguration.class,
        SecurityAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class,
        UserDetailsServiceAutoConfiguration.class
    })
    static class Application {
        @WxPayNotification
        void paid(TransactionSuccess n) {}
    }

    @Configuration
    static class OtherServlet {
        @Bean
        ServletRegistrationBean<HttpServlet> admin() {
            HttpServlet servlet = new HttpServlet() {
                private static final long serialVersionUID = 1L;

                @Override
                protected void doPost(HttpServletRequest request, HttpServletResponse response) {
                    response.setStatus(HttpServletResponse.SC_OK);
                }
            };
            return new ServletRegistrationBean<>(servlet, "/admin/*");
        }
    }

    @Configuration
    static class ServletChain {
        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.requestMatchers("/open", "/error")
                            .permitAll()
                            .anyRequest()
                            .authenticated())
                    .httpBasic(basic -> {})
                    .build();
        }
    }

    @Configuration
    static class ReactiveChain {
        @Bean
        SecurityWebFilterChain chain(ServerHttpSecurity http) {
            return http.authorizeExchange(exchanges -> exchanges
                            .pathMatchers("/open")
                            .permitAll()
                            .anyExchange()
                            .authenticated())
                    .httpBasic(basic -> {})
                    .build();
        }
    }
}
