package io.github.wxpaycodegen.reference.render;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names by which merchants ask for an operation or a notification, where its official title does not have them: the name of the
 * product, the wording of an older version, or the short form that everybody uses. A name belongs to the v3 page that a direct
 * merchant needs, or to the only one there is. Reviewed by hand: without it, the search finds rarer operations whose titles happen to
 * have the same characters. A name that finds its page by the title is not listed.
 */
final class EverydayNames {
    private static final Map<String, List<String>> BY_PATH = Map.ofEntries(
            Map.entry("v3/pay/transactions/jsapi.post", List.of("JSAPI支付", "公众号支付", "小程序支付", "小程序下单")),
            Map.entry("v3/pay/transactions/app.post", List.of("APP支付")),
            Map.entry("v3/pay/transactions/h5.post", List.of("H5支付")),
            Map.entry("v3/pay/transactions/native.post", List.of("Native支付", "扫码支付")),
            Map.entry("v3/pay/transactions/codepay.post", List.of("刷卡支付")),
            Map.entry("v3/pay/transactions/out-trade-no/-out_trade_no-.get", List.of("查询订单", "查单", "订单查询")),
            Map.entry("v3/pay/transactions/out-trade-no/-out_trade_no-/close.post", List.of("关闭订单")),
            Map.entry("v3/refund/domestic/refunds.post", List.of("发起退款")),
            Map.entry("v3/refund/domestic/refunds/-out_refund_no-.get", List.of("查询退款")),
            Map.entry("v3/bill/tradebill.get", List.of("下载账单", "对账单")),
            Map.entry("v3/fund-app/mch-transfer/transfer-bills.post", List.of("商家转账", "商家转账到零钱", "转账到用户")),
            Map.entry("v3/applyment4sub/applyment/slash.post", List.of("特约商户进件", "商户进件")),
            Map.entry("v3/merchant/media/upload.post", List.of("图片上传", "上传图片", "进件图片")),
            Map.entry("v3/new-tax-control-fapiao/fapiao-applications.post", List.of("开票")),
            Map.entry("v3/papay/pay/transactions/apply.post", List.of("申请扣款")),
            Map.entry("v2/mmpaymkttransfers/sendredpack.post", List.of("现金红包")),
            Map.entry("v3/merchant-service/complaints-v2/-complaint_id-/response.post", List.of("回复投诉", "投诉回复")),
            Map.entry("notifications/v3/TRANSACTION.SUCCESS", List.of("支付通知", "支付回调", "支付结果通知")),
            Map.entry("notifications/v3/REFUND.SUCCESS", List.of("退款通知", "退款回调")));

    private EverydayNames() {}

    /** Returns the paths of the pages that have names. */
    static Set<String> paths() {
        return BY_PATH.keySet();
    }

    /** Returns the names of a page; empty for most. */
    static List<String> of(String path) {
        return BY_PATH.getOrDefault(path, List.of());
    }
}
