package io.github.wxpaycodegen.springboot.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.client.notifications.v2.TransactionResult;
import io.github.wxpaycodegen.client.notifications.v3.TransactionSuccess;
import io.github.wxpaycodegen.runtime.notification.Notification;
import io.github.wxpaycodegen.runtime.notification.UnknownNotification;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.springboot.autoconfigure.WxPayAutoConfiguration;
import io.github.wxpaycodegen.springboot.autoconfigure.WxPayNotificationAutoConfiguration;
import io.github.wxpaycodegen.springboot.internal.setup.WxPaySetupException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Applications that handle notifications, with and without the keys that decrypt them. */
@ExtendWith(OutputCaptureExtension.class)
@Isolated("A capture replaces System.err for the whole process, and the end of one test would end that of another")
class NotificationKeysTest {
    private static final String BRAND_ID = "40001";

    private static Simulator gateway;

    @BeforeAll
    static void startGateway() {
        gateway = Simulator.builder()
                .mchid(Shop.MCHID)
                .v2Key(Shop.V2_KEY)
                .brandId(BRAND_ID)
                .start();
    }

    @AfterAll
    static void stopGateway() {
        gateway.close();
    }

    static class V3Handler {
        @WxPayNotification
        void paid(TransactionSuccess n) {}
    }

    static class CatchAll {
        @WxPayNotification
        void any(Notification n) {}
    }

    static class UnknownHandler {
        @WxPayNotification
        void unknown(UnknownNotification n) {}
    }

    @Test
    void missingKeyFailsTheStartWithHandlersOfAll() {
        for (Class<?> handler : List.of(CatchAll.class, UnknownHandler.class)) {
            application()
                    .withUserConfiguration(handler)
                    .withPropertyValues(callsOf("wxpay"))
                    .run(context -> assertThat(context)
                            .getFailure()
                            .isInstanceOf(WxPaySetupException.class)
                            .hasMessageContaining("wxpay.v3-key is not set"));
        }
    }

    @Test
    void handlersOfAllDoNotRequireV3(CapturedOutput output) {
        application()
                .withUserConfiguration(CatchAll.class)
                .withPropertyValues("wxpay.mchid=1230000109", "wxpay.v2-key=" + Shop.V2_KEY)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(output).doesNotContain("cannot be read by the merchant");
                });
    }

    static class V2Handler {
        @WxPayNotification
        void paid(TransactionResult n) {}
    }

    private static ReactiveWebApplicationContextRunner application() {
        return new ReactiveWebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        SslAutoConfiguration.class,
                        WxPayAutoConfiguration.class,
                        WxPayNotificationAutoConfiguration.class));
    }

    /** The properties of a merchant that calls v3, without the APIv3 key. */
    private static String[] callsOf(String prefix) {
        return Shop.merchant(prefix, Shop.MCHID, gateway).stream()
                .filter(each -> !each.startsWith(prefix + ".v3-key="))
                .toArray(String[]::new);
    }

    private static String[] brand(String prefix, boolean withKey) {
        return gateway.properties(prefix).entrySet().stream()
                .filter(each -> each.getKey().startsWith(prefix + ".brand-"))
                .filter(each -> withKey || !each.getKey().equals(prefix + ".brand-v3-key"))
                .map(each -> each.getKey() + "=" + each.getValue())
                .toArray(String[]::new);
    }

    @Test
    void missingKeyFailsTheStart() {
        application()
                .withUserConfiguration(V3Handler.class)
                .withPropertyValues(callsOf("wxpay"))
                .run(context -> assertThat(context)
                        .getFailure()
                        .isInstanceOf(WxPaySetupException.class)
                        .hasMessageStartingWith("wxpay.v3-key is not set, but the method ")
                        .hasMessageContaining("V3Handler.paid handles v3 notifications of the merchant default"));
    }

    @Test
    void missingKeyIsNamedAmongSeveralMerchants() {
        application()
                .withUserConfiguration(V3Handler.class)
                .withPropertyValues(callsOf("wxpay.merchants.tea"))
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasMessageStartingWith("wxpay.merchants.tea.v3-key is not set"));
    }

    /** One of several merchants may have the name that a single one has. */
    @Test
    void missingKeyOfMerchantCalledDefaultIsNamed() {
        application()
                .withUserConfiguration(V3Handler.class)
                .withPropertyValues(callsOf("wxpay.merchants.default"))
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasMessageStartingWith("wxpay.merchants.default.v3-key is not set"));
    }

    @Test
    void keyIsNotNeededWithoutHandlersOfV3() {
        application()
                .withUserConfiguration(V2Handler.class)
                .withPropertyValues(callsOf("wxpay"))
                .run(context -> assertThat(context).hasNotFailed());
    }

    /** Another merchant may be the one whose notifications are handled. */
    @Test
    void merchantThatCallsOnlyV2IsWarned(CapturedOutput output) {
        application()
                .withUserConfiguration(V3Handler.class)
                .withPropertyValues(
                        "wxpay.merchants.old.mchid=" + Shop.MCHID, "wxpay.merchants.old.v2-key=" + Shop.V2_KEY)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(output)
                            .contains("Notifications of v3 cannot be read by the merchant old, because"
                                    + " wxpay.merchants.old.v3-key and"
                                    + " wxpay.merchants.old.wechat-pay-public-key-pem are not both set");
                });
    }

    @Test
    void missingKeyOfTheBrandIsNamed() {
        application()
                .withUserConfiguration(V3Handler.class)
                .withPropertyValues("wxpay.mchid=" + Shop.MCHID, "wxpay.v2-key=" + Shop.V2_KEY)
                .withPropertyValues(brand("wxpay", false))
                .run(context ->
                        assertThat(context).getFailure().hasMessageStartingWith("wxpay.brand-v3-key is not set"));
    }

    @Test
    void merchantWithItsOwnKeyIsWarnedOfTheBrand(CapturedOutput output) {
        String prefix = "wxpay.merchants.branded";
        application()
                .withUserConfiguration(V3Handler.class)
                .withPropertyValues(callsOf(prefix))
                .withPropertyValues(prefix + ".v3-key=" + gateway.v3Key())
                .withPropertyValues(brand(prefix, false))
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(output).contains("because wxpay.merchants.branded.brand-v3-key is not set");
                });
    }

    @Test
    void completeKeysAreNotMentioned(CapturedOutput output) {
        String prefix = "wxpay.merchants.complete";
        application()
                .withUserConfiguration(V3Handler.class)
                .withPropertyValues(callsOf(prefix))
                .withPropertyValues(prefix + ".v3-key=" + gateway.v3Key())
                .withPropertyValues(brand(prefix, true))
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(output).doesNotContain("merchant complete");
                });
    }
}
