package io.github.wxpaycodegen.runtime.bill;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A payment or a refund in a {@link TradeBill}. The accessors also find the column names of v2 bills and of older
 * bills.
 */
public final class TradeBillRow extends BillRecord {
    TradeBillRow(Header header, String[] cells, long line) {
        super(header, cells, line);
    }

    /**
     * 交易时间: the time of the payment, or of the acceptance of the refund. China time, UTC+8.
     *
     * @throws BillFormatException if it is not a time
     */
    public @Nullable LocalDateTime time() {
        return time("交易时间");
    }

    /** 公众账号ID: the appid of the order. */
    public @Nullable String appid() {
        return text("公众账号ID");
    }

    /** 商户号: the merchant, or the service provider. */
    public @Nullable String mchid() {
        return text("商户号");
    }

    /** 特约商户号: the merchant of a service provider; {@code 0} for others. */
    public @Nullable String subMchid() {
        return text("特约商户号", "子商户号");
    }

    /** 设备号: the device in the order. */
    public @Nullable String deviceInfo() {
        return text("设备号");
    }

    /** 微信订单号: WeChat Pay's number of the order. */
    public @Nullable String transactionId() {
        return text("微信订单号");
    }

    /** 商户订单号: the merchant's number of the order. */
    public @Nullable String outTradeNo() {
        return text("商户订单号");
    }

    /** 用户标识: the openid of the payer under the appid. */
    public @Nullable String openid() {
        return text("用户标识");
    }

    /** 交易类型: the kind of payment, such as {@code JSAPI}; some values differ from those of the API. */
    public @Nullable String tradeType() {
        return text("交易类型");
    }

    /** 交易状态: the kind of transaction. */
    public @Nullable BillTradeState tradeState() {
        String value = tradeStateValue();
        return value == null ? null : BillTradeState.of(value);
    }

    /** 交易状态: the kind of transaction, as the bill spells it. */
    public @Nullable String tradeStateValue() {
        return text("交易状态");
    }

    /** 付款银行: the bank that paid, such as {@code OTHERS}. */
    public @Nullable String bankType() {
        return text("付款银行");
    }

    /** 货币种类: {@code CNY}. */
    public @Nullable String currency() {
        return text("货币种类");
    }

    /**
     * 应结订单金额: the amount of the order less coupons that were issued free of charge; 0 for a refund. In fen.
     *
     * @throws BillFormatException if it is not an amount, or has fractions of a fen
     */
    public @Nullable Long settlementAmount() {
        return fen("应结订单金额", "总金额");
    }

    /**
     * 代金券金额: the part of the order paid by coupons. In fen.
     *
     * @throws BillFormatException if it is not an amount, or has fractions of a fen
     */
    public @Nullable Long couponAmount() {
        return fen("代金券金额", "代金券或立减优惠金额", "企业红包金额");
    }

    /**
     * 退款申请时间: the time of the refund request; only in refund bills. China time, UTC+8.
     *
     * @throws BillFormatException if it is not a time
     */
    public @Nullable LocalDateTime refundAppliedTime() {
        return time("退款申请时间");
    }

    /**
     * 退款成功时间: the time at which the refund succeeded; only in refund bills. China time, UTC+8.
     *
     * @throws BillFormatException if it is not a time
     */
    public @Nullable LocalDateTime refundSuccessTime() {
        return time("退款成功时间");
    }

    /** 微信退款单号: WeChat Pay's number of the refund; {@code 0} for a payment. */
    public @Nullable String refundId() {
        return text("微信退款单号");
    }

    /** 商户退款单号: the merchant's number of the refund; {@code 0} for a payment. */
    public @Nullable String outRefundNo() {
        return text("商户退款单号");
    }

    /**
     * 退款金额: the amount refunded, less coupons that were issued free of charge. In fen.
     *
     * @throws BillFormatException if it is not an amount, or has fractions of a fen
     */
    public @Nullable Long refundAmount() {
        return fen("退款金额");
    }

    /**
     * 充值券退款金额: the part of the refund that goes back to coupons. In fen.
     *
     * @throws BillFormatException if it is not an amount, or has fractions of a fen
     */
    public @Nullable Long couponRefundAmount() {
        return fen("充值券退款金额", "代金券或立减优惠退款金额", "企业红包退款金额");
    }

    /** 退款类型: the destination of the refund, such as {@code ORIGINAL}. */
    public @Nullable String refundType() {
        return text("退款类型");
    }

    /** 退款状态: the status of the refund when the bill was created. */
    public @Nullable BillRefundStatus refundStatus() {
        String value = refundStatusValue();
        return value == null ? null : BillRefundStatus.of(value);
    }

    /** 退款状态: the status of the refund when the bill was created, as the bill spells it. */
    public @Nullable String refundStatusValue() {
        return text("退款状态");
    }

    /** 商品名称: the description of the goods. */
    public @Nullable String description() {
        return text("商品名称");
    }

    /** 商户数据包: the merchant's data attached to the order. */
    public @Nullable String attach() {
        return text("商户数据包");
    }

    /**
     * 手续费: WeChat Pay's fee; negative if it is returned. The bill writes five decimals. In fen.
     *
     * @throws BillFormatException if it is not an amount, or has fractions of a fen
     */
    public @Nullable Long fee() {
        return fen("手续费");
    }

    /** 费率: the fee rate as received, such as {@code 0.60%}. */
    public @Nullable String rate() {
        return text("费率");
    }

    /**
     * 订单金额: the amount of the order. In fen.
     *
     * @throws BillFormatException if it is not an amount, or has fractions of a fen
     */
    public @Nullable Long orderAmount() {
        return fen("订单金额");
    }

    /**
     * 申请退款金额: the requested amount of the refund. In fen.
     *
     * @throws BillFormatException if it is not an amount, or has fractions of a fen
     */
    public @Nullable Long refundRequestAmount() {
        return fen("申请退款金额");
    }

    /** 费率备注: a remark on the rate. */
    public @Nullable String rateRemark() {
        return text("费率备注");
    }
}
