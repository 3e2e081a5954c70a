package io.github.wxpaycodegen.runtime.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.error.InvalidNotificationException;
import io.github.wxpaycodegen.runtime.notification.Sender.Sent;
import org.junit.jupiter.api.Test;

/** A client of a merchant and a brand reads the notifications of both: the key that signed one says whose it is. */
class BrandNotificationsTest {
    private static final WxPayConfig BOTH = Sender.withBrand(Sender.config()).build();

    private final Sent toBrand = Sender.signedForBrand(Sender.v3(r -> r.put("key", Sender.BRAND_V3_KEY)));

    @Test
    void readsNotificationsOfBothAccounts() {
        assertThat(parse(BOTH, toBrand)).isInstanceOf(Payment.class);
        assertThat(parse(BOTH, Sender.payment())).isInstanceOf(Payment.class);
    }

    @Test
    void acceptsTheSignatureTypeOfBrands() {
        assertThat(parse(BOTH, toBrand.with("Wechatpay-Signature-Type", "WECHATPAY-BRAND-SHA256-RSA2048")))
                .isInstanceOf(Payment.class);
        refused(BOTH, toBrand.with("Wechatpay-Signature-Type", "WECHATPAY-BRAND-SM2-WITH-SM3"));
    }

    @Test
    void brandNeedsNoMerchantKeys() {
        WxPayConfig brand =
                Sender.withBrand(WxPayConfig.builder().clock(Sender.CLOCK)).build();
        assertThat(parse(brand, toBrand)).isInstanceOf(Payment.class);
        refused(brand, Sender.payment());
    }

    @Test
    void keysOfTheAccountsAreNotMixed() {
        refused(BOTH, Sender.signedForBrand(Sender.payment()));
        refused(BOTH, Sender.v3(r -> r.put("key", Sender.BRAND_V3_KEY)));
        refused(Sender.config().build(), toBrand);
    }

    @Test
    void missingBrandV3KeyIsNamed() {
        WxPayConfig merchantKeyAlone = Sender.withBrandTrust(Sender.config()).build();
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> parse(merchantKeyAlone, toBrand))
                .withMessageContaining("configure brandV3Key");
    }

    private static void refused(WxPayConfig config, Sent sent) {
        assertThatExceptionOfType(InvalidNotificationException.class)
                .isThrownBy(() -> parse(config, sent))
                .satisfies(e -> assertThat(e.httpStatus()).isEqualTo(401));
    }

    private static Notification parse(WxPayConfig config, Sent sent) {
        return Sender.notifications(config).parse(sent.header(), sent.body());
    }
}
