package io.github.wxpaycodegen.runtime.bill;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A change of the balance in a {@link FundFlowBill}. */
public final class FundFlowRow extends BillRecord {
    FundFlowRow(Header header, String[] cells, long line) {
        super(header, cells, line);
    }

    /**
     * 记账时间: the booking time. China time, UTC+8.
     *
     * @throws BillFormatException if it is not a time
     */
    public @Nullable LocalDateTime time() {
        return time("记账时间");
    }

    /** 微信支付业务单号: WeChat Pay's number of the underlying transaction, such as the order or the refund. */
    public @Nullable String businessNo() {
        return text("微信支付业务单号");
    }

    /** 资金流水单号: the number of this change. */
    public @Nullable String flowNo() {
        return text("资金流水单号");
    }

    /** 业务名称: the name of the kind of transaction, such as {@code 退款}. */
    public @Nullable String businessName() {
        return text("业务名称");
    }

    /** 业务类型: the category of the transaction. */
    public @Nullable String businessType() {
        return text("业务类型");
    }

    /** 收支类型: whether the balance grew or shrank. */
    public @Nullable FundFlowDirection direction() {
        String value = directionValue();
        return value == null ? null : FundFlowDirection.of(value);
    }

    /** 收支类型: whether the balance grew or shrank, as the bill spells it. */
    public @Nullable String directionValue() {
        return text("收支类型");
    }

    /**
     * 收支金额(元): the amount of the change, without a sign; see {@link #direction()}. In fen.
     *
     * @throws BillFormatException if it is not an amount, or has fractions of a fen
     */
    public @Nullable Long amount() {
        return fen("收支金额(元)");
    }

    /**
     * 账户结余(元): the balance after the change. In fen.
     *
     * @throws BillFormatException if it is not an amount, or has fractions of a fen
     */
    public @Nullable Long balance() {
        return fen("账户结余(元)");
    }

    /** 资金变更提交申请人: who initiated the change, such as {@code system}. */
    public @Nullable String applicant() {
        return text("资金变更提交申请人");
    }

    /** 备注: a remark. */
    public @Nullable String remark() {
        return text("备注");
    }

    /** 业务凭证号: the merchant's number of the underlying transaction, such as the refund. */
    public @Nullable String voucherNo() {
        return text("业务凭证号");
    }
}
