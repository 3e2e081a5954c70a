package io.github.wxpaycodegen.runtime.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
    private static final String H5 =
            "https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=wx2016121516420242444321ca0631331346&package=1405458241";

    private final FrontEnd frontEnd = new FrontEnd(new FixedSigner());

    @Test
    void h5LinkContainsRedirectUrl() {
        assertThat(frontEnd.h5(H5, "https://m.example/paid?order=1&x=a b*~").toString())
                .isEqualTo(H5 + "&redirect_url=https%3A%2F%2Fm.example%2Fpaid%3Forder%3D1%26x%3Da%20b%2A~");
        assertThat(frontEnd.h5("https://wx.tenpay.com/pay", "https://m.example").toString())
                .isEqualTo("https://wx.tenpay.com/pay?redirect_url=https%3A%2F%2Fm.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://wx.tenpay.com/pay",
                "weixin://wxpay",
                "https:///pay",
                "https://wx.tenpay.com/a b",
                "https://wx.tenpay.com/pay#x",
                "https://wx.tenpay.com/pay?redirect_url=x",
                "https://wx.tenpay.com/pay?a=b&redirect_url=x",
                ""
            })
    void rejectsInvalidH5Link(String url) {
        assertThatThrownBy(() -> frontEnd.h5(url, "https://m.example"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("url: ");
    }

    @Test
    void rejectsBlankRedirectUrl() {
        assertThatThrownBy(() -> frontEnd.h5(H5, " "))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("redirect_url: is blank");
    }

    @Test
    void qrCodeIsTheCodeUrl() {
        String codeUrl = "weixin://weixin://pay.weixin.qq.com/bizpayurl/up?pr=NwY5Mz9&groupid=00";
        assertThat(frontEnd.qrCode(codeUrl)).isEqualTo(codeUrl);
        assertThatThrownBy(() -> frontEnd.qrCode("https://m.example/pay")).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> frontEnd.qrCode("weixin://a\n")).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void productHasAQrCodeOfItsOwn() {
        assertThat(frontEnd.v2().productQrCode("8*8"))
                .isEqualTo("weixin://wxpay/bizpayurl?appid=wx2421b1c4370ec43b&mch_id=10000100&product_id=8%2A8"
                        + "&time_stamp=1554208460&nonce_str=593BEC0C930BF1AFEB40B4A08C8FB242"
                        + "&sign=0664F4BCB9D5F0012E57B78461DC72A2");
    }
}
