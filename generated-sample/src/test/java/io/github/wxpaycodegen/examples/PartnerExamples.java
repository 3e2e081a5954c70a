package io.github.wxpaycodegen.examples;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v3.pay.Transaction;
import io.github.wxpaycodegen.client.v3.refund.Refund;
import io.github.wxpaycodegen.runtime.WxPayClients;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The examples of the guide to several merchants and partners. */
final class PartnerExamples {
    private static final String NOTIFY_URL = "https://partner.example.com/wxpay/notify";

    private PartnerExamples() {}

    static String order(WxPay partner, String subMchid, String number, long fen, String openid) {
        String prepayId = partner.v3()
                .pay()
                .partner()
                .transactions()
                .jsapi(b -> b.subMchid(subMchid)
                        .outTradeNo(number)
                        .description("两杯茶")
                        .amount(a -> a.total(fen))
                        .payer(p -> p.spOpenid(openid))
                        .notifyUrl(NOTIFY_URL))
                .prepayId();
        return partner.frontEnd().v3().jsapi(prepayId).toJson();
    }

    static Transaction query(WxPay partner, String subMchid, String number) {
        return partner.v3().pay().partner().transactions().outTradeNo(number).get(b -> b.subMchid(subMchid));
    }

    static Refund refund(WxPay partner, String subMchid, String number, String refundNumber, long fen) {
        return partner.v3().refund().domestic().refunds(b -> b.subMchid(subMchid)
                .outTradeNo(number)
                .outRefundNo(refundNumber)
                .amount(a -> a.refund(fen).total(fen).currency("CNY")));
    }

    static Map<String, WxPay> merchants(List<WxPayConfig> configs, WxPayClients clients) {
        Map<String, WxPay> merchants = new HashMap<>();
        for (WxPayConfig config : configs) {
            merchants.put(config.mchid(), WxPay.create(config, clients));
        }
        return merchants;
    }
}
