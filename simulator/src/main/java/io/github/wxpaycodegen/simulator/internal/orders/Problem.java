package io.github.wxpaycodegen.simulator.internal.orders;

/** Reasons why a stored order does not allow a call, with the error code of each protocol. */
public enum Problem {
    NO_MONEY(400, "PARAM_ERROR", "PARAM_ERROR", "金额应大于0"),
    NO_ORDER(404, "ORDER_NOT_EXIST", "ORDERNOTEXIST", "订单不存在"),
    /** An error in v2 only; in v3 it is a state. */
    USERPAYING(202, "USERPAYING", "USERPAYING", "需要用户输入支付密码"),
    PAID(400, "ORDERPAID", "ORDERPAID", "该订单已支付"),
    CLOSED(400, "ORDER_CLOSED", "ORDERCLOSED", "该订单已关闭"),
    REVERSED(400, "ORDER_REVERSED", "ORDERREVERSED", "该订单已撤销"),
    NUMBER_USED(403, "OUT_TRADE_NO_USED", "OUT_TRADE_NO_USED", "商户订单号重复"),
    REFUNDED(403, "TRADE_ERROR", "TRADE_ERROR", "订单已退款"),
    NO_ORDER_TO_REFUND(404, "RESOURCE_NOT_EXISTS", "ORDERNOTEXIST", "订单不存在"),
    NOT_PAID(400, "INVALID_REQUEST", "TRADE_STATE_ERROR", "订单状态错误"),
    AMOUNT_DIFFERS(400, "INVALID_REQUEST", "REFUND_FEE_MISMATCH", "订单金额或退款金额与之前请求不一致，请核实后再试"),
    REFUND_DIFFERS(400, "INVALID_REQUEST", "INVALID_REQUEST", "商户退款单号重复，但参数与之前请求不一致"),
    REFUND_TOO_LARGE(400, "INVALID_REQUEST", "INVALID_REQUEST", "申请退款金额大于可退金额"),
    NO_REFUND(404, "RESOURCE_NOT_EXISTS", "REFUNDNOTEXIST", "退款单不存在"),
    REFUND_SETTLED(400, "INVALID_REQUEST", "INVALID_REQUEST", "退款单状态错误"),
    NO_SERVICE_ORDER(404, "ORDER_NOT_EXIST", "ORDER_NOT_EXIST", "服务订单不存在"),
    SERVICE_ORDER_USED(400, "INVALID_REQUEST", "INVALID_REQUEST", "商户服务订单号重复，但参数与之前请求不一致"),
    SERVICE_ORDER_CANCELED(400, "ORDER_CANCELED", "ORDER_CANCELED", "服务订单已取消"),
    SERVICE_ORDER_CLOSED(400, "ORDER_CLOSED", "ORDER_CLOSED", "服务订单已关闭"),
    SERVICE_ORDER_DONE(400, "ORDER_DONE", "ORDER_DONE", "服务订单已完成"),
    SERVICE_ORDER_STATE(400, "INVALID_ORDER_STATE", "INVALID_ORDER_STATE", "服务订单状态错误"),
    NO_BILL(400, "NO_STATEMENT_EXIST", "20002", "No Bill Exist"),
    BAD_DATE(400, "PARAM_ERROR", "20001", "账单日期格式错误"),
    LINK_EXPIRED(400, "INVALID_REQUEST", "INVALID_REQUEST", "下载链接已失效"),
    WRONG_TICKET(400, "PARAM_ERROR", "PARAM_ERROR", "finish_ticket参数错误");

    private final int status;
    private final String v3Code;
    private final String v2Code;
    private final String description;

    Problem(int status, String v3Code, String v2Code, String description) {
        this.status = status;
        this.v3Code = v3Code;
        this.v2Code = v2Code;
        this.description = description;
    }

    /** Returns the HTTP status of the v3 response. */
    public int status() {
        return status;
    }

    /** Returns the {@code code} of the v3 response. */
    public String v3Code() {
        return v3Code;
    }

    /** Returns the {@code err_code} of the v2 response. */
    public String v2Code() {
        return v2Code;
    }

    /** Returns the message of the response. */
    public String description() {
        return description;
    }
}
