package io.github.wxpaycodegen.runtime.bill;

import org.jspecify.annotations.Nullable;

/** The summary of a {@link TradeBill}. */
public final class TradeBillSummary extends BillRecord {
    TradeBillSummary(BillRecord record) {
        super(record);
    }

    /**
     * 总交易单数: the number of rows.
     *
     * @throws BillFormatException if it is not a whole number
     */
    public @Nullable Long count() {
        return count("总交易单数");
    }

    /**
     * 应结订单总金额: the sum of the settlement amounts. In fen.
     *
     * @throws BillFormatException if it is not an amount, or has fractions of a fen
     */
    public @Nullable Long settlementAmount() {
        return fen("应结订单总金额", "总交易额");
    }

    /**
     * 退款总金额: the sum of the refunds. In fen.
     *
     * @throws BillFormatException if it is not an amount, or has fractions of a fen
     */
    public @Nullable Long refundAmount() {
        return fen("退款总金额", "总退款金额");
    }

    /**
     * 充值券退款总金额: the sum of the refunds to coupons. In fen.
     *
     * @throws BillFormatException if it is not an amount, or has fractions of a fen
     */
    public @Nullable Long couponRefundAmount() {
        return fen("充值券退款总金额", "总代金券或立减优惠退款金额", "总企业红包退款金额");
    }

    /**
     * 手续费总金额: the sum of the fees. In fen.
     *
     * @throws BillFormatException if it is not an amount, or has fractions of a fen
     */
    public @Nullable Long fee() {
        return fen("手续费总金额");
    }

    /**
     * 订单总金额: the sum of the amounts of the orders. In fen.
     *
     * @throws BillFormatException if it is not an amount, or has fractions of a fen
     */
    public @Nullable Long orderAmount() {
        return fen("订单总金额");
    }

    /**
     * 申请退款总金额: the sum of the requested refunds. In fen.
     *
     * @throws BillFormatException if it is not an amount, or has fractions of a fen
     */
    public @Nullable Long refundRequestAmount() {
        return fen("申请退款总金额");
    }
}
