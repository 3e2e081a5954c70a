package io.github.wxpaycodegen.examples;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v3.pay.TransactionsJsapiRequest;
import io.github.wxpaycodegen.runtime.frontend.FrontEnd;
import io.github.wxpaycodegen.runtime.frontend.JsapiParameters;
import java.net.URI;
import java.util.List;

/** The examples of the guide to front-end parameters. */
final class FrontEndExample {
    private FrontEndExample() {}

    static List<Object> parameters(WxPay pay, TransactionsJsapiRequest order, String h5Url, String codeUrl) {
        String prepayId = pay.v3().pay().transactions().jsapi(order).prepayId();
        FrontEnd front = pay.frontEnd(); // ids, keys and clock of the client
        JsapiParameters page = front.v3().jsapi(prepayId);
        String json = page.toJson(); // or page.asMap(): the keys that WeixinJSBridge wants
        front.v3().miniProgram(prepayId); // wx.requestPayment
        front.v3().app(prepayId); // PayReq
        URI h5 = front.h5(h5Url, "https://m.example/paid?o=1"); // the link, with where to return
        String qr = front.qrCode(codeUrl); // Native: what the QR code holds
        front.appid("wxOfTheShop").v3().jsapi(prepayId); // another app than the configured one
        return List.of(json, h5, qr);
    }
}
