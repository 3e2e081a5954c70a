package io.github.wxpaycodegen.simulator.app;

import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.service.payments.nativepay.NativePayService;
import com.wechat.pay.java.service.payments.nativepay.model.Amount;
import com.wechat.pay.java.service.payments.nativepay.model.PrepayRequest;
import com.wechat.pay.java.service.refund.RefundService;
import com.wechat.pay.java.service.refund.model.AmountReq;
import com.wechat.pay.java.service.refund.model.CreateRequest;
import com.wechat.pay.java.service.refund.model.Refund;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** The orders of a merchant, made by the official client and changed by the control API. */
final class Orders {
    private final SimulatorApp app;
    private final String merchant;
    private final ShopFiles files;

    Orders(SimulatorApp app, Path keys, String merchant) {
        this.app = app;
        this.merchant = merchant;
        this.files = new ShopFiles(keys.resolve(merchant));
    }

    /** Returns a path of the control API. */
    String path(String rest) {
        return "/api/merchants/" + merchant + "/" + rest;
    }

    void create(String number) throws Exception {
        create(number, "http://localhost:1/none", "a book", 100);
    }

    /** Creates an order; the total is in fen. */
    void create(String number, String notifyUrl, String description, int total) throws Exception {
        PrepayRequest request = new PrepayRequest();
        request.setAppid(files.setting("appid"));
        request.setMchid(merchant);
        request.setDescription(description);
        request.setOutTradeNo(number);
        request.setNotifyUrl(notifyUrl);
        Amount amount = new Amount();
        amount.setTotal(total);
        request.setAmount(amount);
        new NativePayService.Builder()
                .config(files.officialConfig())
                .httpClient(files.officialClient())
                .build()
                .prepay(request);
    }

    /** Creates an order that is rejected, and returns the error. */
    String attempt(String number) throws Exception {
        try {
            create(number);
        } catch (ServiceException e) {
            return e.getResponseBody();
        }
        throw new AssertionError("the order was created");
    }

    /** Refunds 10 of 100 fen. */
    Refund refund(String number, String refundNumber) throws Exception {
        CreateRequest request = new CreateRequest();
        request.setOutTradeNo(number);
        request.setOutRefundNo(refundNumber);
        AmountReq amount = new AmountReq();
        amount.setRefund(10L);
        amount.setTotal(100L);
        amount.setCurrency("CNY");
        request.setAmount(amount);
        return new RefundService.Builder()
                .config(files.officialConfig())
                .httpClient(files.officialClient())
                .build()
                .create(request);
    }

    JsonNode act(String number, String action) throws Exception {
        return Apps.change(app, "POST", path("orders/" + number + "/" + action), "{}");
    }
}
