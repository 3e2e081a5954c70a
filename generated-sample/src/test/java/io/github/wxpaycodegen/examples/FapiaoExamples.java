package io.github.wxpaycodegen.examples;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.notifications.v3.FapiaoUserApplied;
import io.github.wxpaycodegen.client.v3.newtaxcontrolfapiao.InsertCardScene;
import io.github.wxpaycodegen.client.v3.newtaxcontrolfapiao.UserTitle;
import io.github.wxpaycodegen.client.v3.newtaxcontrolfapiao.UserTitleTitleUrlGetRequest;
import io.github.wxpaycodegen.runtime.notification.NotificationDispatcher;
import java.util.List;
import java.util.function.Consumer;

/** The examples of the guide to fapiao. */
final class FapiaoExamples {
    private final WxPay pay;

    FapiaoExamples(WxPay pay) {
        this.pay = pay;
    }

    void configure(String callbackUrl) {
        pay.v3().newTaxControlFapiao().merchant().developmentConfig().patch(b -> b.callbackUrl(callbackUrl)
                .showFapiaoCell(false)); // true: an entry in every bill of the user
    }

    String titlePage(String applyId, String openid, long fen) {
        return pay.v3()
                .newTaxControlFapiao()
                .userTitle()
                .titleUrl()
                .get(b -> b.fapiaoApplyId(applyId)
                        .source(UserTitleTitleUrlGetRequest.Source.WEB)
                        .openid(openid)
                        .totalAmount(fen)
                        .showEmailCell(true))
                .titleUrl(); // the user fills in the title there
    }

    NotificationDispatcher notifications(Consumer<String> titleFilledIn) {
        return pay.notifications()
                .dispatcher()
                .on(
                        FapiaoUserApplied.class,
                        n -> titleFilledIn.accept(n.resource().fapiaoApplyId()))
                .build();
    }

    void issue(String applyId, String fapiaoId, long fen) {
        UserTitle title = pay.v3().newTaxControlFapiao().userTitle().get(b -> b.fapiaoApplyId(applyId)
                .scene(InsertCardScene.WITHOUT_WECHATPAY)); // its phone and e-mail are decrypted
        pay.v3().newTaxControlFapiao().fapiaoApplications(b -> b.fapiaoApplyId(applyId)
                .scene(InsertCardScene.WITHOUT_WECHATPAY)
                .buyerInformation(title) // and encrypted again
                .addFapiaoInformation(f -> f.fapiaoId(fapiaoId)
                        .totalAmount(fen)
                        .needList(false)
                        .addItem(i -> i.taxCode("3010101020203000000")
                                .goodsName("茶饮")
                                .quantity(100_000_000) // one piece: in units of 1/100,000,000
                                .totalAmount(fen)
                                .taxRate(600) // six per cent: in units of 1/10,000
                                .discount(false))));
    }

    List<String> states(String applyId) {
        return pay
                .v3()
                .newTaxControlFapiao()
                .fapiaoApplications()
                .fapiaoApplyId(applyId)
                .get(b -> {})
                .fapiaoInformation()
                .stream()
                .map(fapiao -> fapiao.fapiaoId() + " " + fapiao.statusValue())
                .toList();
    }
}
