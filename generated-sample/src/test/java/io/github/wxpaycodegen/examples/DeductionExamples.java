package io.github.wxpaycodegen.examples;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.notifications.v3.EntrustSign;
import io.github.wxpaycodegen.client.v3.papay.Contract;
import io.github.wxpaycodegen.client.v3.papay.ContractState;
import io.github.wxpaycodegen.client.v3.pay.TradeState;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.notification.NotificationDispatcher;
import java.util.function.BiConsumer;

/** The examples of the guide to deductions. */
final class DeductionExamples {
    private static final String PLAN = "12535";

    private final WxPay pay;

    DeductionExamples(WxPay pay) {
        this.pay = pay;
    }

    String offer(String contractCode, String account) {
        return pay.v3()
                .papay()
                .scheduledDeductSign()
                .contracts()
                .preEntrustSign()
                .jsapi(b -> b.planId(Long.parseLong(PLAN))
                        .outContractCode(contractCode)
                        .contractDisplayAccount(account)
                        .contractNotifyUrl("https://video.example.com/wxpay/notify"))
                .redirectUrl(); // open it in WeChat: the user signs there
    }

    NotificationDispatcher notifications(BiConsumer<String, String> signed) {
        return pay.notifications()
                .dispatcher()
                .on(
                        EntrustSign.class,
                        n -> signed.accept(
                                n.resource().outContractCode(), n.resource().contractId()))
                .build();
    }

    boolean isSigned(String contractCode) {
        Contract contract = pay.v3()
                .papay()
                .sign()
                .contracts()
                .planId(PLAN)
                .outContractCode(contractCode)
                .get();
        return contract.contractState() == ContractState.SIGNED;
    }

    void deduct(String contractId, String number, long fen) {
        pay.v3().papay().pay().transactions().apply(b -> b.contractId(contractId)
                .outTradeNo(number)
                .description("视频会员 11 月")
                .amount(a -> a.total(fen))
                .transactionNotifyUrl("https://video.example.com/wxpay/notify")); // accepted, not yet paid
    }

    boolean isPaid(String number) {
        try {
            return pay.v3().pay().transactions().outTradeNo(number).get().tradeState() == TradeState.SUCCESS;
        } catch (GatewayException e) {
            if ("ORDER_NOT_EXIST".equals(e.errorCode())) {
                return false;
            }
            throw e;
        }
    }

    void terminate(String contractCode) {
        pay.v3()
                .papay()
                .sign()
                .contracts()
                .planId(PLAN)
                .outContractCode(contractCode)
                .terminate(b -> b.contractTerminationRemark("用户取消会员"));
    }
}
