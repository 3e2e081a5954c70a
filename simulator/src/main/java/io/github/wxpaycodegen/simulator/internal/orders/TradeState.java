package io.github.wxpaycodegen.simulator.internal.orders;

/** The state of a payment, named as on the wire. */
public enum TradeState {
    NOTPAY("订单未支付"),
    /** The payer has shown a payment code and must enter the password. */
    USERPAYING("需要用户输入支付密码"),
    SUCCESS("支付成功"),
    /** The order was paid, and at least a part of it was refunded. */
    REFUND("订单发生过退款，退款详情请查询退款单"),
    CLOSED("订单已关闭"),
    REVOKED("订单已撤销"),
    PAYERROR("支付失败");

    private final String description;

    TradeState(String description) {
        this.description = description;
    }

    /** Returns true if the payer can no longer act on the order. */
    boolean isFinal() {
        return this == SUCCESS || this == REFUND || this == CLOSED || this == REVOKED;
    }

    /** Returns the text that describes the state in responses. */
    public String description() {
        return description;
    }
}
