package io.github.wxpaycodegen.examples;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v3.pay.TradeState;
import io.github.wxpaycodegen.client.v3.pay.Transaction;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The examples of the guide to payments. */
final class PaymentScenes {
    private static final String NOTIFY_URL = "https://shop.example.com/wxpay/notify";

    private final WxPay pay;

    PaymentScenes(WxPay pay) {
        this.pay = pay;
    }

    String qrCode(String number, long fen) {
        String codeUrl = pay.v3()
                .pay()
                .transactions()
                .native_(b -> b.outTradeNo(number)
                        .description("两杯茶")
                        .amount(a -> a.total(fen))
                        .timeExpire(OffsetDateTime.now(ZoneOffset.ofHours(8)).plusMinutes(15))
                        .notifyUrl(NOTIFY_URL))
                .codeUrl();
        return pay.frontEnd().qrCode(codeUrl); // draw it as a QR code
    }

    String page(String number, long fen, String openid) {
        String prepayId = pay.v3()
                .pay()
                .transactions()
                .jsapi(b -> b.outTradeNo(number)
                        .description("两杯茶")
                        .amount(a -> a.total(fen))
                        .payer(p -> p.openid(openid))
                        .notifyUrl(NOTIFY_URL))
                .prepayId();
        return pay.frontEnd().v3().jsapi(prepayId).toJson(); // in a mini program: miniProgram(prepayId)
    }

    String app(String number, long fen) {
        String prepayId = pay.v3()
                .pay()
                .transactions()
                .app(b -> b.outTradeNo(number)
                        .description("两杯茶")
                        .amount(a -> a.total(fen))
                        .notifyUrl(NOTIFY_URL))
                .prepayId();
        return pay.frontEnd().v3().app(prepayId).toJson(); // the fields of PayReq
    }

    URI browser(String number, long fen, String payerIp) {
        String h5Url = pay.v3()
                .pay()
                .transactions()
                .h5(b -> b.outTradeNo(number)
                        .description("两杯茶")
                        .amount(a -> a.total(fen))
                        .sceneInfo(s -> s.payerClientIp(payerIp).h5Info(h -> h.type("Wap")))
                        .notifyUrl(NOTIFY_URL))
                .h5Url();
        return pay.frontEnd().h5(h5Url, "https://shop.example.com/orders/" + number); // redirect the browser to it
    }

    String combined(String number, String ofTea, String ofCups) {
        return pay.v3()
                .combineTransactions()
                .native_(b -> b.combineOutTradeNo(number)
                        .addSubOrder(s -> s.mchid("1230000109")
                                .outTradeNo(ofTea)
                                .description("茶叶")
                                .attach("tea")
                                .amount(a -> a.totalAmount(300).currency("CNY")))
                        .addSubOrder(s -> s.mchid("1230000109")
                                .outTradeNo(ofCups)
                                .description("茶杯")
                                .attach("cups")
                                .amount(a -> a.totalAmount(200).currency("CNY")))
                        .notifyUrl(NOTIFY_URL))
                .codeUrl();
    }

    /** Settles an order of which no notification came. */
    TradeState check(String number, Duration age) {
        boolean old = age.toMinutes() > 30;
        Transaction order;
        try {
            order = pay.v3().pay().transactions().outTradeNo(number).get();
        } catch (GatewayException e) {
            if (old && "ORDER_NOT_EXIST".equals(e.errorCode())) {
                return TradeState.CLOSED; // it was never placed
            }
            throw e;
        }
        if (old && order.tradeState() == TradeState.NOTPAY) {
            pay.v3().pay().transactions().outTradeNo(number).close(b -> {}); // throws if it is paid by now
            return TradeState.CLOSED;
        }
        return order.tradeState(); // SUCCESS: compare order.amount().total(), then deliver
    }
}
