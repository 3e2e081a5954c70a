package io.github.wxpaycodegen.springboot.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.client.notifications.v3.TransactionSuccess;
import io.github.wxpaycodegen.simulator.Notice;
import io.github.wxpaycodegen.simulator.NotificationAttempt;
import io.github.wxpaycodegen.simulator.Simulator;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.server.WebFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.handler.MappedInterceptor;

/** Controllers, filters and interceptors of an application that could have notifications, or that notifications could have. */
class NotificationNeighborsTest {
    private static final String PATH = "/wxpay/notify";

    private static Shop start(WebApplicationType type, Simulator gateway) {
        Class<?> own = type == WebApplicationType.SERVLET ? InSpringMvc.class : InWebFlux.class;
        return Shop.start(
                type,
                Shop.merchant("wxpay", Shop.MCHID, gateway),
                List.of(),
                Application.class,
                Controllers.class,
                own);
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    void applicationKeepsItsPaths(WebApplicationType type) throws Exception {
        try (Simulator gateway = Shop.startGateway(Shop.MCHID);
                Shop shop = start(type, gateway)) {
            assertThat(shop.send("POST", PATH + "/refund", "text/plain", "").body())
                    .isEqualTo("own refund");
            assertThat(shop.send("GET", PATH, "text/plain", "").body()).isEqualTo("own page");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    void notificationsPassFiltersAndInterceptors(WebApplicationType type) throws Exception {
        try (Simulator gateway = Shop.startGateway(Shop.MCHID);
                Shop shop = start(type, gateway)) {
            NotificationAttempt attempt = shop.deliver(gateway, PATH, Notice.v3("TRANSACTION.SUCCESS"));

            assertThat(attempt.status()).hasValue(204);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    void observationsHaveThePath(WebApplicationType type) throws Exception {
        try (Simulator gateway = Shop.startGateway(Shop.MCHID);
                Shop shop = start(type, gateway)) {
            shop.deliver(gateway, PATH + "/default", Notice.v3("TRANSACTION.SUCCESS"));

            Observation.Context context =
                    shop.bean(Observations.class).ended.poll(Shop.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(context).asString().contains("uri='" + PATH + "/default'");
        }
    }

    @Configuration
    @WebAutoConfiguration
    static class Application {
        @WxPayNotification
        void paid(TransactionSuccess n) {}

        @Bean
        Observations observations() {
            return new Observations();
        }
    }

    static class Observations implements ObservationHandler<Observation.Context> {
        final BlockingQueue<Observation.Context> ended = new LinkedBlockingQueue<>();

        ObservationRegistry registry() {
            ObservationRegistry registry = ObservationRegistry.create();
            registry.observationConfig().observationHandler(this);
            return registry;
        }

        @Override
        public void onStop(Observation.Context context) {
            ended.add(context);
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return true;
        }
    }

    @RestController
    static class Controllers {
        @PostMapping(PATH + "/refund")
        String refund() {
            return "own refund";
        }

        @GetMapping(PATH)
        String page() {
            return "own page";
        }
    }

    @Configuration
    static class InSpringMvc {
        @Bean
        MappedInterceptor login() {
            return new MappedInterceptor(new String[] {PATH}, new HandlerInterceptor() {
                @Override
                public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                    if (request.getMethod().equals("POST")) {
                        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                        return false;
                    }
                    return true;
                }
            });
        }

        @Bean
        FilterRegistrationBean<Filter> readingFilter() {
            FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, response, chain) -> {
                request.getReader().transferTo(Writer.nullWriter());
                chain.doFilter(request, response);
            });
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return filter;
        }

        @Bean
        FilterRegistrationBean<Filter> observingFilter(Observations observations) {
            FilterRegistrationBean<Filter> filter =
                    new FilterRegistrationBean<>(new ServerHttpObservationFilter(observations.registry()));
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
            return filter;
        }
    }

    @Configuration
    static class InWebFlux {
        /** Its name comes before that of the starter's filter. */
        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE)
        WebFilter aFilter() {
            return (exchange, chain) -> exchange.getFormData().then(chain.filter(exchange));
        }

        @Bean
        ObservationRegistry registry(Observations observations) {
            return observations.registry();
        }
    }
}
