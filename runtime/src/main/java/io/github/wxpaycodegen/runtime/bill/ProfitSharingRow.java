package io.github.wxpaycodegen.runtime.bill;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A profit-sharing payment, or its return, in a {@link ProfitSharingBill}. */
public final class ProfitSharingRow extends BillRecord {
    ProfitSharingRow(Header header, String[] cells, long line) {
        super(header, cells, line);
    }

    /**
     * 分账时间: the time of the profit sharing. China time, UTC+8.
     *
     * @throws BillFormatException if it is not a time
     */
    public @Nullable LocalDateTime time() {
        return time("分账时间");
    }

    /** 分账发起方: the merchant that initiated it. */
    public @Nullable String initiator() {
        return text("分账发起方");
    }

    /** 分账方: the merchant whose money is shared. */
    public @Nullable String sharer() {
        return text("分账方", "分账出资方");
    }

    /** 微信订单号: WeChat Pay's number of the order. */
    public @Nullable String transactionId() {
        return text("微信订单号");
    }

    /** 微信分账/回退单号: WeChat Pay's number of the profit sharing or the return. */
    public @Nullable String orderId() {
        return text("微信分账/回退单号", "微信分账单号");
    }

    /** 分账明细单号: WeChat Pay's number of the payment to this receiver. */
    public @Nullable String detailId() {
        return text("分账明细单号", "微信分账明细单号");
    }

    /** 商户分账/回退单号: the merchant's number of the profit sharing or the return. */
    public @Nullable String outOrderNo() {
        return text("商户分账/回退单号", "商户分账单号");
    }

    /**
     * 订单金额: the amount of the order. In fen.
     *
     * @throws BillFormatException if it is not an amount, or has fractions of a fen
     */
    public @Nullable Long orderAmount() {
        return fen("订单金额");
    }

    /** 分账接收方: the receiver: a merchant id or an openid. */
    public @Nullable String receiver() {
        return text("分账接收方");
    }

    /**
     * 金额: the amount shared or returned. In fen.
     *
     * @throws BillFormatException if it is not an amount, or has fractions of a fen
     */
    public @Nullable Long amount() {
        return fen("金额", "分账金额");
    }

    /** 业务类型: the kind of row, profit sharing or return, as received. */
    public @Nullable String businessType() {
        return text("业务类型");
    }

    /** 处理状态: the processing state, as received. */
    public @Nullable String status() {
        return text("处理状态", "状态");
    }

    /** 分账描述: the description of the profit sharing. */
    public @Nullable String description() {
        return text("分账描述");
    }

    /** 备注: a remark. */
    public @Nullable String remark() {
        return text("备注");
    }
}
