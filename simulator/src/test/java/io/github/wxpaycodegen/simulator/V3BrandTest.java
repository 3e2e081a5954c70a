package io.github.wxpaycodegen.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The authorization of {@code /brand/} operations, which no spec can describe yet: so without a simulator around it. */
class V3BrandTest {
    private static final String PATH = "/brand/marketing/product-coupon/product-coupons/200000001";
    private static final Instant NOW = Instant.ofEpochSecond(1554208460);

    private final KeyPair keys = keys();

    @Test
    void aBrandCallsByItsOwnSchemeAndId() {
        assertThat(check(Optional.of("120344"), "WECHATPAY-BRAND-SHA256-RSA2048 brand_id=\"120344\",", PATH))
                .isEmpty();
    }

    @Test
    void aMerchantDoesNotCallAsABrand() {
        assertThat(check(Optional.of("120344"), "WECHATPAY2-SHA256-RSA2048 mchid=\"1230000109\",", PATH))
                .hasValue("Authorization");
    }

    @Test
    void aBrandDoesNotCallAsAMerchant() {
        assertThat(check(Optional.of("120344"), "WECHATPAY-BRAND-SHA256-RSA2048 brand_id=\"120344\",", "/v3/pay/x"))
                .hasValue("Authorization");
    }

    @Test
    void anotherBrandIsNotKnown() {
        assertThat(check(Optional.of("120345"), "WECHATPAY-BRAND-SHA256-RSA2048 brand_id=\"120344\",", PATH))
                .hasValue("brand_id");
        assertThat(check(Optional.empty(), "WECHATPAY-BRAND-SHA256-RSA2048 brand_id=\"120344\",", PATH))
                .hasValue("brand_id");
    }

    /** What is wrong with a rightly signed call; empty if nothing is. */
    private Optional<String> check(Optional<String> brandId, String beginning, String path) {
        V3Caller caller = new V3Caller("1230000109", brandId, "0A1B", keys.getPublic());
        String nonce = "593BEC0C930BF1AFEB40B4A08C8FB242";
        String text = "GET\n" + path + "\n1554208460\n" + nonce + "\n\n";
        String header = beginning + "nonce_str=\"" + nonce
                + "\",timestamp=\"1554208460\",serial_no=\"0A1B\",signature=\"" + sign(text) + "\"";
        return new V3AuthorizationCheck(caller, Clock.fixed(NOW, ZoneOffset.UTC))
                .check(new RequestHead("GET", path, Map.of("authorization", List.of(header))), new byte[0])
                .map(error -> error.detail().get("field").asString());
    }

    private String sign(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("RSA").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
