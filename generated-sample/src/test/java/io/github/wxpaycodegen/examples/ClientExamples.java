package io.github.wxpaycodegen.examples;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.runtime.WxPayClients;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.file.FileHash;
import io.github.wxpaycodegen.runtime.file.FileLink;
import io.github.wxpaycodegen.runtime.file.SavedFile;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import java.nio.file.Path;
import java.security.Provider;
import java.util.Properties;

/** Clients that are configured from outside, share what they can, and call what no spec describes. */
final class ClientExamples {
    private ClientExamples() {}

    static WxPayConfig ofTheEnvironment(Provider provider) {
        WxPayConfig config =
                WxPayConfig.fromEnvironment().signatureProvider(provider).build();
        return config;
    }

    static WxPayConfig ofProperties(Properties properties) {
        WxPayConfig fromJava =
                WxPayConfig.fromProperties("wxpay", properties::getProperty).build();
        return fromJava;
    }

    static WxPayClients manyMerchants(WxPayConfig shopConfig, WxPayConfig kioskConfig) {
        WxPayClients clients = WxPayClients.create();
        WxPay shop = WxPay.create(shopConfig, clients);
        WxPay kiosk = WxPay.create(kioskConfig, clients);
        shop.v2().pay().orderQuery(b -> b.outTradeNo("A1"));
        kiosk.v2().pay().orderQuery(b -> b.outTradeNo("A2"));
        return clients;
    }

    static void newKeys(WxPay pay) {
        pay.reload(WxPayConfig.fromEnvironment().build());
    }

    static String rawQuery(WxPay pay, String mchid) {
        WxPayResponse<String> order = pay.raw()
                .v3("GET", "/v3/pay/transactions/out-trade-no/A1")
                .query("mchid", mchid)
                .send();
        String json = order.value();
        return json;
    }

    static void rawWrite(WxPay pay, String appid, String openid) {
        pay.raw()
                .v3("POST", "/v3/profitsharing/receivers/add")
                .json(key -> """
                        {"appid":"%s","type":"PERSONAL_OPENID","account":"%s","name":"%s","relation_type":"PARTNER"}""".formatted(appid, openid, key.encrypt("张三")))
                .idempotent()
                .send();
    }

    static String rawUpload(WxPay pay, UploadFile image) {
        WxPayResponse<String> uploaded = pay.raw()
                .v3("POST", "/v3/merchant/media/upload")
                .file("file", image)
                .send();
        return uploaded.value();
    }

    static SavedFile rawDownload(WxPay pay, String url, String sha1, Path target) {
        return pay.downloads().fetch(FileLink.of(url, FileHash.of(FileHash.Type.SHA1, sha1)), target);
    }

    static void rawV2(WxPay pay, String appid, String mchid) {
        pay.raw()
                .v2("/mmpaymkttransfers/gettransferinfo")
                .field("appid", appid)
                .field("mch_id", mchid)
                .field("partner_trade_no", "A1")
                .clientCertificate()
                .responseUnsigned()
                .readOnly()
                .send();
    }
}
