package io.github.wxpaycodegen.examples;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v3.profitsharing.OrderState;
import io.github.wxpaycodegen.client.v3.profitsharing.ProfitSharingOrder;
import io.github.wxpaycodegen.client.v3.profitsharing.ProfitSharingReceiver;
import io.github.wxpaycodegen.client.v3.profitsharing.ReceiverResult;
import io.github.wxpaycodegen.client.v3.profitsharing.ReceiverType;
import io.github.wxpaycodegen.client.v3.profitsharing.RelationType;
import io.github.wxpaycodegen.client.v3.profitsharing.ReturnResult;
import java.util.List;

/** The examples of the guide to profit sharing. */
final class ProfitSharingExamples {
    private final WxPay pay;

    ProfitSharingExamples(WxPay pay) {
        this.pay = pay;
    }

    void addReceiver(String mchid, String companyName) {
        pay.v3().profitSharing().receivers().add(b -> b.type(ReceiverType.MERCHANT_ID)
                .account(mchid)
                .name(companyName) // encrypted by the client
                .relationType(RelationType.STORE));
    }

    String order(String number, long fen) {
        return pay.v3()
                .pay()
                .transactions()
                .native_(b -> b.outTradeNo(number)
                        .description("两杯茶")
                        .amount(a -> a.total(fen))
                        .settleInfo(s -> s.profitSharing(true)) // without it, nothing can be shared
                        .notifyUrl("https://shop.example.com/wxpay/notify"))
                .codeUrl();
    }

    void share(String transactionId, String shareNumber, String receiver, long fen) {
        pay.v3().profitSharing().orders(b -> b.transactionId(transactionId)
                .outOrderNo(shareNumber)
                .addReceiver(r -> r.type(ReceiverType.MERCHANT_ID)
                        .account(receiver)
                        .amount(fen)
                        .description("门店佣金"))
                .unfreezeUnsplit(false)); // true on the last one releases the rest
    }

    List<ProfitSharingReceiver> failedShares(String transactionId, String shareNumber) {
        ProfitSharingOrder order =
                pay.v3().profitSharing().orders().outOrderNo(shareNumber).get(b -> b.transactionId(transactionId));
        if (order.state() != OrderState.FINISHED) {
            throw new IllegalStateException("still running: ask again later");
        }
        return order.receivers().stream()
                .filter(receiver -> receiver.result() != ReceiverResult.SUCCESS)
                .toList();
    }

    void unfreeze(String transactionId, String unfreezeNumber) {
        pay.v3().profitSharing().orders().unfreeze(b -> b.transactionId(transactionId)
                .outOrderNo(unfreezeNumber) // a number of its own
                .description("分账完毕"));
    }

    boolean takeBack(String shareNumber, String returnNumber, String receiver, long fen) {
        pay.v3().profitSharing().returnOrders(b -> b.outOrderNo(shareNumber)
                .outReturnNo(returnNumber)
                .returnMchid(receiver)
                .amount(fen)
                .description("用户退款"));
        return pay.v3()
                        .profitSharing()
                        .returnOrders()
                        .outReturnNo(returnNumber)
                        .get(b -> b.outOrderNo(shareNumber))
                        .result()
                == ReturnResult.SUCCESS; // PROCESSING: ask again, and refund only afterwards
    }
}
