package io.github.wxpaycodegen.simulator.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.binarywang.wxpay.bean.request.WxPayRefundRequest;
import com.github.binarywang.wxpay.bean.request.WxPayUnifiedOrderRequest;
import com.github.binarywang.wxpay.bean.request.WxPayUnifiedOrderV3Request;
import com.github.binarywang.wxpay.bean.result.enums.TradeTypeEnum;
import com.github.binarywang.wxpay.config.HttpClientBuilderCustomizer;
import com.github.binarywang.wxpay.config.WxPayConfig;
import com.github.binarywang.wxpay.constant.WxPayConstants;
import com.github.binarywang.wxpay.service.WxPayService;
import com.github.binarywang.wxpay.service.impl.WxPayServiceImpl;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RequestParam;
import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.payments.nativepay.NativePayService;
import com.wechat.pay.java.service.payments.nativepay.model.Amount;
import com.wechat.pay.java.service.payments.nativepay.model.PrepayRequest;
import com.wechat.pay.java.service.payments.nativepay.model.QueryOrderByOutTradeNoRequest;
import com.wechat.pay.java.service.refund.RefundService;
import com.wechat.pay.java.service.refund.model.AmountReq;
import com.wechat.pay.java.service.refund.model.CreateRequest;
import com.wechat.pay.java.service.refund.model.Refund;
import com.wechat.pay.java.service.refund.model.Status;
import java.net.InetAddress;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients of others, which are configured by the files of the program only. */
class ForeignClientsTest {
    /** WxJava signs v3 requests to this domain only. */
    private static final String WECHAT_PAY = "api.mch.weixin.qq.com";

    @Test
    void officialClientOrdersIsNotifiedQueriesAndRefunds(@TempDir Path keys) throws Exception {
        try (SimulatorApp app = Apps.start(keys, "--response-key", "public-key");
                Receiver shop = new Receiver()) {
            ShopFiles files = new ShopFiles(keys.resolve(Apps.MCHID));
            NativePayService payments = new NativePayService.Builder()
                    .config(files.officialConfig())
                    .httpClient(files.officialClient())
                    .build();

            assertThat(payments.prepay(order(files, "ORDER-1", shop.url())).getCodeUrl())
                    .startsWith("weixin://wxpay/bizpayurl?pr=");
            Apps.change(app, "POST", "/api/merchants/1230000109/orders/ORDER-1/pay", "");

            Transaction notified = parse(files, shop.await());
            assertThat(notified.getOutTradeNo()).isEqualTo("ORDER-1");
            assertThat(notified.getAmount().getTotal()).isEqualTo(100);
            QueryOrderByOutTradeNoRequest query = new QueryOrderByOutTradeNoRequest();
            query.setMchid(files.setting("mchid"));
            query.setOutTradeNo("ORDER-1");
            assertThat(payments.queryOrderByOutTradeNo(query).getTradeState())
                    .isEqualTo(Transaction.TradeStateEnum.SUCCESS);
            assertThat(refund(files, "ORDER-1").getStatus()).isIn(Status.PROCESSING, Status.SUCCESS);
            assertThat(app.simulators().get(0).calls())
                    .hasSize(3)
                    .allMatch(call -> call.refusal().isEmpty())
                    .allMatch(call -> call.undeclaredFields().isEmpty());
        }
    }

    @Test
    void wxJavaOrdersAndRefundsInV2(@TempDir Path keys) throws Exception {
        try (SimulatorApp app = Apps.start(keys, "--host", WECHAT_PAY)) {
            WxPayService service = wxJava(new ShopFiles(keys.resolve(Apps.MCHID)));

            assertThat(service.unifiedOrder(WxPayUnifiedOrderRequest.newBuilder()
                                    .body("a book")
                                    .outTradeNo("ORDER-2")
                                    .totalFee(100)
                                    .spbillCreateIp("127.0.0.1")
                                    .notifyUrl("http://localhost:1/none")
                                    .tradeType(WxPayConstants.TradeType.NATIVE)
                                    .productId("1")
                                    .build())
                            .getCodeURL())
                    .startsWith("weixin://wxpay/bizpayurl?pr=");
            app.simulators().get(0).orders().pay("ORDER-2");

            assertThat(service.queryOrder(null, "ORDER-2").getTradeState()).isEqualTo("SUCCESS");
            assertThat(service.refund(WxPayRefundRequest.newBuilder()
                                    .outTradeNo("ORDER-2")
                                    .outRefundNo("REFUND-2")
                                    .totalFee(100)
                                    .refundFee(40)
                                    .build())
                            .getRefundFee())
                    .isEqualTo(40);
            assertAllAccepted(app, 3);
        }
    }

    @Test
    void wxJavaOrdersAndQueriesInV3(@TempDir Path keys) throws Exception {
        try (SimulatorApp app = Apps.start(keys, "--host", WECHAT_PAY, "--response-key", "public-key")) {
            WxPayService service = wxJava(new ShopFiles(keys.resolve(Apps.MCHID)));
            WxPayUnifiedOrderV3Request order = new WxPayUnifiedOrderV3Request()
                    .setDescription("a book")
                    .setOutTradeNo("ORDER-3")
                    .setNotifyUrl("http://localhost:1/none")
                    .setAmount(new WxPayUnifiedOrderV3Request.Amount().setTotal(100));

            String codeUrl = service.createOrderV3(TradeTypeEnum.NATIVE, order);

            assertThat(codeUrl).startsWith("weixin://wxpay/bizpayurl?pr=");
            assertThat(service.queryOrderV3(null, "ORDER-3").getTradeState()).isEqualTo("NOTPAY");
            assertAllAccepted(app, 2);
        }
    }

    private static void assertAllAccepted(SimulatorApp app, int atLeast) {
        assertThat(app.simulators().get(0).calls())
                .hasSizeGreaterThanOrEqualTo(atLeast)
                .allMatch(call -> call.refusal().isEmpty());
    }

    private static PrepayRequest order(ShopFiles files, String number, String notifyUrl) {
        PrepayRequest request = new PrepayRequest();
        request.setAppid(files.setting("appid"));
        request.setMchid(files.setting("mchid"));
        request.setDescription("a book");
        request.setOutTradeNo(number);
        request.setNotifyUrl(notifyUrl);
        Amount amount = new Amount();
        amount.setTotal(100);
        request.setAmount(amount);
        return request;
    }

    private static Refund refund(ShopFiles files, String number) throws Exception {
        CreateRequest request = new CreateRequest();
        request.setOutTradeNo(number);
        request.setOutRefundNo("REFUND-1");
        AmountReq amount = new AmountReq();
        amount.setRefund(40L);
        amount.setTotal(100L);
        amount.setCurrency("CNY");
        request.setAmount(amount);
        return new RefundService.Builder()
                .config(files.officialConfig())
                .httpClient(files.officialClient())
                .build()
                .create(request);
    }

    private static Transaction parse(ShopFiles files, Receiver.Received notification) {
        RequestParam param = new RequestParam.Builder()
                .serialNumber(notification.header("Wechatpay-serial"))
                .nonce(notification.header("Wechatpay-nonce"))
                .signature(notification.header("Wechatpay-signature"))
                .timestamp(notification.header("Wechatpay-timestamp"))
                .body(notification.body())
                .build();
        return new NotificationParser(files.officialConfig()).parse(param, Transaction.class);
    }

    private static WxPayService wxJava(ShopFiles files) throws Exception {
        WxPayConfig config = new WxPayConfig();
        config.setPayBaseUrl(files.setting("host").replace("localhost", WECHAT_PAY));
        config.setAppId(files.setting("appid"));
        config.setMchId(files.setting("mchid"));
        config.setMchKey(files.setting("v2Key"));
        config.setApiV3Key(files.setting("v3Key"));
        config.setPrivateKeyPath(files.setting("merchantPrivateKeyFile"));
        config.setPrivateCertPath(files.setting("merchantCertificateFile"));
        config.setPublicKeyPath(files.setting("publicKeyFile"));
        config.setPublicKeyId(files.setting("publicKeyId"));
        config.setSslContext(files.tls());
        HttpClientBuilderCustomizer toSimulator = http -> {
            http.setSSLContext(tls(files));
            http.setDnsResolver(host -> new InetAddress[] {InetAddress.getLoopbackAddress()});
        };
        config.setHttpClientBuilderCustomizer(toSimulator);
        config.setApiV3HttpClientBuilderCustomizer(toSimulator);
        WxPayService service = new WxPayServiceImpl();
        service.setConfig(config);
        return service;
    }

    private static SSLContext tls(ShopFiles files) {
        try {
            return files.tls();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
