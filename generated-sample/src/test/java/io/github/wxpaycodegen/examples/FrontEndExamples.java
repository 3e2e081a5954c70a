package io.github.wxpaycodegen.examples;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.runtime.frontend.FrontEnd;
import io.github.wxpaycodegen.runtime.frontend.JsapiParameters;
import java.net.URI;

/** What a front end needs, as the guide shows it. */
final class FrontEndExamples {
    private FrontEndExamples() {}

    static void parameters(WxPay pay, String prepayId, String h5Url, String codeUrl) {
        FrontEnd front = pay.frontEnd();
        JsapiParameters page = front.v3().jsapi(prepayId);
        String json = page.toJson();
        front.v3().miniProgram(prepayId);
        front.v3().app(prepayId);
        URI h5 = front.h5(h5Url, "https://m.example/paid?o=1");
        String qr = front.qrCode(codeUrl);
        front.appid("wxOfTheShop").v3().jsapi(prepayId);
    }
}
