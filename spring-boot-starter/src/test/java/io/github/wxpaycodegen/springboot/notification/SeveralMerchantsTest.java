package io.github.wxpaycodegen.springboot.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.client.notifications.v3.TransactionSuccess;
import io.github.wxpaycodegen.simulator.Notice;
import io.github.wxpaycodegen.simulator.NotificationAttempt;
import io.github.wxpaycodegen.simulator.Simulator;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

@ExtendWith(OutputCaptureExtension.class)
@Isolated("A capture replaces System.err for the whole process, and the end of one test would end that of another")
class SeveralMerchantsTest {
    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    void merchantsHavePathsAndHandlersOfTheirOwn(WebApplicationType type) throws Exception {
        try (Simulator a = Shop.startGateway("1900000001");
                Simulator b = Shop.startGateway("1900000002");
                Shop shop = start(type, a, b)) {
            List<String> log = shop.bean(Application.class).log;

            assertThat(deliver(shop, a, "/shop-a").status()).hasValue(204);
            assertThat(log).containsExactly("all shop-a", "only shop-a");
            assertThat(deliver(shop, b, "/shop-b").status()).hasValue(204);
            assertThat(log).containsExactly("all shop-a", "only shop-a", "all shop-b");
            assertThat(deliver(shop, a, "/shop-b").status())
                    .as("the key of another merchant")
                    .hasValue(401);
            assertThat(deliver(shop, a, "/shop-c").status()).hasValue(404);
            assertThat(deliver(shop, a, "").status()).as("which merchant?").hasValue(404);
            assertThat(log).hasSize(3);
        }
    }

    /** It was the notify_url before there was a second merchant. */
    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    void primaryMerchantKeepsThePathAlone(WebApplicationType type) throws Exception {
        try (Simulator a = Shop.startGateway("1900000001");
                Simulator b = Shop.startGateway("1900000002");
                Shop shop = start(type, a, b, "wxpay.primary=shop-a")) {
            assertThat(deliver(shop, a, "").status()).hasValue(204);
            assertThat(shop.bean(Application.class).log).containsExactly("all shop-a", "only shop-a");
            assertThat(deliver(shop, b, "").status()).hasValue(401);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    void warnsOfNotificationsWithoutAMerchant(WebApplicationType type, CapturedOutput output) throws Exception {
        try (Simulator a = Shop.startGateway("1900000001");
                Simulator b = Shop.startGateway("1900000002")) {
            try (Shop shop = start(type, a, b)) {
                assertThat(deliver(shop, a, "").status()).hasValue(404);
                assertThat(deliver(shop, a, "").status()).hasValue(404);
                assertThat(output.toString().split("wxpay.primary names none of them", -1))
                        .as("once a minute")
                        .hasSize(2);
            }
            try (Shop shop = start(type, a, b)) {
                assertThat(shop.status("POST", "/wxpay/other")).isEqualTo(404);
                assertThat(shop.status("GET", "/wxpay/notify/shop-c")).isEqualTo(404);
                assertThat(deliver(shop, a, "/shop-c").status()).hasValue(404);
                assertThat(output)
                        .contains("POST /wxpay/notify/shop-c got the status 404", "one of [shop-a, shop-b]")
                        .doesNotContain("/wxpay/other");
            }
        }
    }

    private static Shop start(WebApplicationType type, Simulator a, Simulator b, String... properties) {
        List<String> merchants = new ArrayList<>(Shop.merchant("wxpay.merchants.shop-a", "1900000001", a));
        merchants.addAll(Shop.merchant("wxpay.merchants.shop-b", "1900000002", b));
        return Shop.start(type, merchants, List.of(properties), Application.class);
    }

    private static NotificationAttempt deliver(Shop shop, Simulator gateway, String path) throws InterruptedException {
        return shop.deliver(gateway, "/wxpay/notify" + path, Notice.v3("TRANSACTION.SUCCESS"));
    }

    @Configuration
    @WebAutoConfiguration
    static class Application {
        final List<String> log = new CopyOnWriteArrayList<>();

        @WxPayNotification
        void all(TransactionSuccess n, String merchant) {
            log.add("all " + merchant);
        }

        @WxPayNotification(merchants = "shop-a")
        void only(TransactionSuccess n, String merchant) {
            log.add("only " + merchant);
        }
    }
}
