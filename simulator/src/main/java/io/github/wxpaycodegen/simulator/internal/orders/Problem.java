package io.github.wxpaycodegen.simulator.internal.orders;

/** Reasons why a stored order does not allow a call, with the error code of each protocol. */
public enum Problem {
    NO_MONEY(400, "PARAM_ERROR", "PARAM_ERROR", "金额应大于0"),
    NO_ORDER(404, "ORDER_NOT_EXIST", "ORDERNOTEXIST", "订单不存在"),
    /** An error in v2 only; in v3 it is a state. */
    USERPAYING(202, "USERPAYING", "USERPAYING", "需要用户输入支付密码"),
    PAID(400, "ORDERPAID", "ORDERPAID", "该订单已支付"),
    CLOSED(400, "ORDER_CLOSED", "ORDERCLOSED", "该订单已关闭"),
    /** Its time is over, but it is not closed. See the official page of v3/pay/transactions/native, 2025-03-31. */
    TIME_OVER(400, "INVALID_REQUEST", "INVALID_REQUEST", "已超过支付结束时间，请关闭订单，并用新的商户订单号下单"),
    /** The official page of v2 micropay: 18 digits, of which the first two are 10 to 15. */
    AUTH_CODE(400, "PARAM_ERROR", "AUTH_CODE_INVALID", "请扫描微信支付授权码（以10/11/12/13/14/15为前缀的18位数字）"),
    PREPAY_EXPIRED(400, "INVALID_REQUEST", "INVALID_REQUEST", "预支付交易会话已失效，请重新下单"),
    REVERSED(400, "ORDER_REVERSED", "ORDERREVERSED", "该订单已撤销"),
    NUMBER_USED(403, "OUT_TRADE_NO_USED", "OUT_TRADE_NO_USED", "商户订单号重复"),
    PART_OF_COMBINED(400, "INVALID_REQUEST", "INVALID_REQUEST", "合单子单请通过合单接口操作"),
    PARTS_DIFFER(400, "PARAM_ERROR", "PARAM_ERROR", "子单与合单不符，请传入全部子单"),
    REFUNDED(403, "TRADE_ERROR", "TRADE_ERROR", "订单已退款"),
    NO_ORDER_TO_REFUND(404, "RESOURCE_NOT_EXISTS", "ORDERNOTEXIST", "订单不存在"),
    NOT_PAID(400, "INVALID_REQUEST", "TRADE_STATE_ERROR", "订单状态错误"),
    AMOUNT_DIFFERS(400, "INVALID_REQUEST", "REFUND_FEE_MISMATCH", "订单金额或退款金额与之前请求不一致，请核实后再试"),
    REFUND_DIFFERS(400, "INVALID_REQUEST", "INVALID_REQUEST", "商户退款单号重复，但参数与之前请求不一致"),
    REFUND_TOO_LARGE(400, "INVALID_REQUEST", "INVALID_REQUEST", "申请退款金额大于可退金额"),
    REFUND_OF_SHARES(403, "NOT_ENOUGH", "NOTENOUGH", "可退余额不足，请先回退已分账的资金"),
    TOO_MANY_REFUNDS(400, "INVALID_REQUEST", "INVALID_REQUEST", "同一笔订单最多支持50次部分退款"),
    REFUND_TOO_LATE(400, "INVALID_REQUEST", "TRADE_OVERDUE", "订单已超过可退款的最大期限"),
    NO_REFUND(404, "RESOURCE_NOT_EXISTS", "REFUNDNOTEXIST", "退款单不存在"),
    REFUND_SETTLED(400, "INVALID_REQUEST", "INVALID_REQUEST", "退款单状态错误"),
    NOT_DEPOSIT(400, "INVALID_REQUEST", "INVALID_REQUEST", "订单不是押金订单"),
    DEPOSIT_AMOUNT(400, "PARAM_ERROR", "PARAM_ERROR", "押金总金额与订单不符，或消费金额不在押金金额之内"),
    DEPOSIT_CONSUMED(403, "TRADE_ERROR", "TRADE_ERROR", "押金已消费"),
    DEPOSIT_NOT_CONSUMED(400, "INVALID_REQUEST", "INVALID_REQUEST", "押金未消费，请撤销订单"),
    NO_SERVICE_ORDER(404, "ORDER_NOT_EXIST", "ORDER_NOT_EXIST", "服务订单不存在"),
    SERVICE_ORDER_USED(400, "INVALID_REQUEST", "INVALID_REQUEST", "商户服务订单号重复，但参数与之前请求不一致"),
    SERVICE_ORDER_CANCELED(400, "ORDER_CANCELED", "ORDER_CANCELED", "服务订单已取消"),
    SERVICE_ORDER_CLOSED(400, "ORDER_CLOSED", "ORDER_CLOSED", "服务订单已关闭"),
    SERVICE_ORDER_DONE(400, "ORDER_DONE", "ORDER_DONE", "服务订单已完成"),
    SERVICE_ORDER_STATE(400, "INVALID_ORDER_STATE", "INVALID_ORDER_STATE", "服务订单状态错误"),
    NO_ORDER_TO_SHARE(404, "RESOURCE_NOT_EXISTS", "ORDERNOTEXIST", "订单不存在"),
    NOT_SHARED(400, "INVALID_REQUEST", "NOT_SHARE_ORDER", "非分账订单不支持分账"),
    SHARED_TOO_EARLY(400, "INVALID_REQUEST", "ORDER_NOT_READY", "订单处理中，暂时无法分账，请稍后再试"),
    NOTHING_TO_SHARE(403, "NOT_ENOUGH", "NOT_ENOUGH", "分账金额不足"),
    SHARE_TOO_LARGE(403, "RULE_LIMIT", "RULE_LIMIT", "超出最大分账比例"),
    NO_RECEIVER(400, "INVALID_REQUEST", "RECEIVER_INVALID", "分账接收方未添加"),
    SHARES_DIFFER(400, "INVALID_REQUEST", "INVALID_REQUEST", "商户分账单号重复，但参数与之前请求不一致"),
    NO_SHARES(404, "RESOURCE_NOT_EXISTS", "ORDERNOTEXIST", "分账单不存在"),
    NO_SHARE_RETURN(404, "RESOURCE_NOT_EXISTS", "ORDERNOTEXIST", "分账回退单不存在"),
    SHARE_RETURN_DIFFERS(400, "INVALID_REQUEST", "INVALID_REQUEST", "商户回退单号重复，但参数与之前请求不一致"),
    SHARE_RETURN_TOO_LARGE(400, "INVALID_REQUEST", "INVALID_REQUEST", "回退金额大于可回退金额"),
    SHARE_RETURN_TOO_EARLY(400, "INVALID_REQUEST", "INVALID_REQUEST", "分账单处理中，暂不支持回退"),
    SHARE_RETURN_TOO_LATE(400, "INVALID_REQUEST", "INVALID_REQUEST", "超过分账回退的时限180天"),
    TOO_MANY_SHARE_RETURNS(400, "INVALID_REQUEST", "INVALID_REQUEST", "同一笔分账单最多发起50次分账回退"),
    TOO_MANY_SHARES(400, "INVALID_REQUEST", "INVALID_REQUEST", "分账次数过多"),
    SHARE_SETTLED(400, "INVALID_REQUEST", "INVALID_REQUEST", "分账单状态错误"),
    NO_TRANSFER(404, "NOT_FOUND", "NOT_FOUND", "记录不存在"),
    TRANSFER_DIFFERS(400, "INVALID_REQUEST", "FATAL_ERROR", "商户单号重复，但参数与之前请求不一致"),
    /** The transfer has ended. See the official page of v3/fund-app/mch-transfer/transfer-bills, 2025-03-21. */
    TRANSFER_ENDED(400, "ALREADY_EXISTS", "FATAL_ERROR", "订单已存在，请查询确认结果"),
    TRANSFER_STATE(400, "INVALID_REQUEST", "INVALID_REQUEST", "转账单状态错误"),
    BATCH_TOTALS(400, "PARAM_ERROR", "PARAM_ERROR", "转账总金额或总笔数与明细不符，或明细单号重复"),
    NAME_REQUIRED(400, "PARAM_ERROR", "PARAM_ERROR", "转账金额大于等于2000元时，收款用户姓名必填"),
    NAME_NOT_ALLOWED(400, "PARAM_ERROR", "PARAM_ERROR", "转账金额小于0.3元时，不允许填写收款用户姓名"),
    NAMES_DIFFER(400, "PARAM_ERROR", "PARAM_ERROR", "同一批次的收款用户姓名须全部填写或全部不填写"),
    TRANSFER_LIMIT(400, "INVALID_REQUEST", "INVALID_REQUEST", "超过单笔转账上下限"),
    NAME_TO_CHECK(400, "PARAM_ERROR", "PARAM_ERROR", "强校验姓名时，收款用户姓名必填"),
    BANK_LIMIT(403, "RULE_LIMIT", "AMOUNT_LIMIT", "付款金额超过单次限额、同一银行卡单日限额或商户单日限额"),
    NO_RED_PACKET(404, "NOT_FOUND", "NOT_FOUND", "指定单号数据不存在"),
    RED_PACKET_DIFFERS(400, "INVALID_REQUEST", "FATAL_ERROR", "商户订单号重复，但参数与之前请求不一致"),
    RED_PACKET_PROCESSING(202, "PROCESSING", "PROCESSING", "请求已受理，请稍后使用原单号查询发放结果"),
    RED_PACKET_FAILED(400, "INVALID_REQUEST", "SEND_FAILED", "红包发放失败，请更换单号再重试"),
    RED_PACKET_STATE(400, "INVALID_REQUEST", "INVALID_REQUEST", "红包状态错误"),
    RED_PACKET_USERS(400, "PARAM_ERROR", "PARAM_ERROR", "普通红包的红包发放总人数应为1"),
    RED_PACKET_AMOUNT(400, "INVALID_REQUEST", "MONEY_LIMIT", "每个红包金额应在1元至200元之间，否则场景id必填"),
    RED_PACKETS_OF_USER(403, "RULE_LIMIT", "SENDNUM_LIMIT", "该用户今日领取红包个数超过限制"),
    RED_PACKET_MONEY_OF_USER(403, "RULE_LIMIT", "RCVDAMOUNT_LIMIT", "该用户今日领取金额超过限制"),
    RED_PACKET_MONEY_OF_MERCHANT(403, "RULE_LIMIT", "SENDAMOUNT_LIMIT", "商户今日发放总金额超过限制"),
    NO_CONTRACT(404, "RESOURCE_NOT_EXISTS", "CONTRACT_NOT_EXIST", "签约协议不存在"),
    CONTRACT_EXISTS(400, "INVALID_REQUEST", "CONTRACT_EXISTED", "签约协议号已使用"),
    CONTRACT_TERMINATED(400, "INVALID_REQUEST", "INVALID_REQUEST", "签约协议已解约"),
    PAYSCORE_TOTAL(400, "PARAM_ERROR", "PARAM_ERROR", "总金额应等于后付费项目金额之和减去商户优惠金额之和"),
    PAYSCORE_RAISED(400, "INVALID_REQUEST", "INVALID_REQUEST", "订单金额只能调低"),
    PAYSCORE_RISK(400, "INVALID_REQUEST", "INVALID_REQUEST", "总金额不能大于创建订单时的风险金额"),
    NO_STOCK(404, "RESOURCE_NOT_EXISTS", "COUPON_STOCK_ID_NOT_VALID", "批次不存在"),
    STOCK_DIFFERS(400, "INVALID_REQUEST", "INVALID_REQUEST", "商户单据号重复，但参数与之前请求不一致"),
    STOCK_STATE(400, "INVALID_REQUEST", "STOCK_IS_NOT_VALID", "批次状态错误"),
    STOCK_EXHAUSTED(403, "NOT_ENOUGH", "AL_STOCK_OVER", "批次预算不足"),
    NO_COUPON(404, "RESOURCE_NOT_EXISTS", "COUPON_NOT_FOUND", "代金券不存在"),
    COUPON_DIFFERS(400, "INVALID_REQUEST", "PARAM_ERROR", "发券凭证重复，但参数与之前请求不一致"),
    COUPON_LIMIT(403, "RULE_LIMIT", "USER_AL_GET_COUPON", "用户领取数量已达上限"),
    COUPON_STATE(400, "INVALID_REQUEST", "INVALID_REQUEST", "代金券不可用"),
    ONE_OPENID(400, "PARAM_ERROR", "PARAM_ERROR", "openid_count仅支持1"),
    NO_COUPON_URL(404, "RESOURCE_NOT_EXISTS", "RESOURCE_NOT_EXISTS", "通知地址未设置"),
    NO_BUSIFAVOR_COUPON(404, "RESOURCE_NOT_EXISTS", "RESOURCE_NOT_EXISTS", "商家券不存在"),
    BUSIFAVOR_COUPON_STATE(400, "INVALID_REQUEST", "INVALID_REQUEST", "商家券状态错误"),
    BUSIFAVOR_NUMBER_USED(400, "INVALID_REQUEST", "INVALID_REQUEST", "请求单据号已使用，请更换单据号"),
    BUSIFAVOR_STOCK_LIMIT(403, "RULE_LIMIT", "RULE_LIMIT", "批次发放已达上限"),
    BUSIFAVOR_CODES_USED_UP(403, "RULE_LIMIT", "RULE_LIMIT", "批次预存的券code已发完，请上传后再发券"),
    /** Its message names the field. */
    BUSIFAVOR_BUDGET(400, "INVALID_REQUEST", "INVALID_REQUEST", "批次预算错误"),
    /** Its message names the fields. */
    BUSIFAVOR_FIELDS(400, "PARAM_ERROR", "PARAM_ERROR", "参数错误"),
    NO_COUPON_CODE(404, "RESOURCE_NOT_EXISTS", "RESOURCE_NOT_EXISTS", "券code不存在"),
    COUPON_CODE_USED(400, "INVALID_REQUEST", "INVALID_REQUEST", "券code已被使用"),
    COUPON_CODE_MODE(400, "PARAM_ERROR", "PARAM_ERROR", "请求与批次的券code模式不符"),
    STOCK_ID_REQUIRED(400, "PARAM_ERROR", "PARAM_ERROR", "券code由商户指定时，批次号必填"),
    NO_COMPLAINT(404, "RESOURCE_NOT_EXISTS", "RESOURCE_NOT_EXISTS", "投诉单不存在"),
    COMPLAINT_STATE(400, "INVALID_REQUEST", "INVALID_REQUEST", "投诉单状态错误"),
    NO_COMPLAINT_URL(404, "RESOURCE_NOT_EXISTS", "RESOURCE_NOT_EXISTS", "投诉通知地址不存在"),
    COMPLAINT_URL_EXISTS(400, "INVALID_REQUEST", "INVALID_REQUEST", "投诉通知地址已存在"),
    NO_APPLYMENT(400, "APPLYMENT_NOTEXIST", "PARAM_ERROR", "申请单不存在"),
    APPLYMENT_PROCESSING(400, "PROCESSING", "PROCESSING", "申请单处理中"),
    APPLYMENT_STATE(400, "INVALID_REQUEST", "INVALID_REQUEST", "申请单状态错误"),
    BAD_TIME(400, "PARAM_ERROR", "PARAM_ERROR", "时间格式错误"),
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
