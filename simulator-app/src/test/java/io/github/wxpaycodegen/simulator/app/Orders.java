package io.github.wxpaycodegen.simulator.app;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.core.http.HttpHeaders;
import com.wechat.pay.java.core.http.JsonRequestBody;
import com.wechat.pay.java.service.merchantexclusivecoupon.model.CreateBusiFavorStockResponse;
import com.wechat.pay.java.service.merchantexclusivecoupon.model.SendCouponResponse;
import com.wechat.pay.java.service.payments.nativepay.NativePayService;
import com.wechat.pay.java.service.payments.nativepay.model.Amount;
import com.wechat.pay.java.service.payments.nativepay.model.PrepayRequest;
import com.wechat.pay.java.service.refund.RefundService;
import com.wechat.pay.java.service.refund.model.AmountReq;
import com.wechat.pay.java.service.refund.model.CreateRequest;
import com.wechat.pay.java.service.refund.model.Refund;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
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

    /** Creates a stock of merchant coupons of 50 fen, and returns its id. */
    String couponStock(String number, String codeMode) throws Exception {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.ofHours(8)).truncatedTo(ChronoUnit.SECONDS);
        String begin = ISO_OFFSET_DATE_TIME.format(now);
        String end = ISO_OFFSET_DATE_TIME.format(now.plusDays(7));
        String request = """
                {"stock_name": "tea", "out_request_no": "%s", "belong_merchant": "%s", "goods_name": "all tea",
                "stock_type": "NORMAL", "coupon_code_mode": "%s", "stock_send_rule": {"max_coupons": 10},
                "coupon_use_rule": {"use_method": "OFF_LINE",
                "fixed_normal_coupon": {"discount_amount": 50, "transaction_minimum": 80},
                "coupon_available_time": {"available_begin_time": "%s", "available_end_time": "%s"}}}
                """.formatted(number, merchant, codeMode, begin, end);
        return post("stocks", request, CreateBusiFavorStockResponse.class).getStockId();
    }

    /** Sends a merchant coupon whose code the merchant names. */
    void sendCoupon(String stock, String number, String code) throws Exception {
        String request = """
                {"stock_id": "%s", "out_request_no": "%s", "appid": "%s", "openid": "user", "coupon_code": "%s"}
                """.formatted(stock, number, files.setting("appid"), code);
        post("coupons/send", request, SendCouponResponse.class);
    }

    private <T> T post(String path, String json, Class<T> type) throws Exception {
        HttpHeaders headers = new HttpHeaders();
        headers.addHeader("Accept", "application/json");
        headers.addHeader("Content-Type", "application/json");
        return files.officialClient()
                .post(
                        headers,
                        "https://api.mch.weixin.qq.com/v3/marketing/busifavor/" + path,
                        new JsonRequestBody.Builder().body(json).build(),
                        type)
                .getServiceResponse();
    }

    JsonNode act(String number, String action) throws Exception {
        return Apps.change(app, "POST", path("orders/" + number + "/" + action), "{}");
    }
}
