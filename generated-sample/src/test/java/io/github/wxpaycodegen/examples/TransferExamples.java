package io.github.wxpaycodegen.examples;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.notifications.v3.MchTransferBillFinished;
import io.github.wxpaycodegen.client.v3.fundapp.mchtransfer.MchTransferTransferBillsRequest;
import io.github.wxpaycodegen.client.v3.fundapp.mchtransfer.MchTransferTransferBillsResponse;
import io.github.wxpaycodegen.client.v3.fundapp.mchtransfer.TransferBill;
import io.github.wxpaycodegen.client.v3.fundapp.mchtransfer.TransferBillState;
import io.github.wxpaycodegen.client.v3.fundapp.mchtransfer.TransferSceneId;
import io.github.wxpaycodegen.runtime.notification.NotificationDispatcher;
import java.util.Objects;
import java.util.function.Consumer;

/** The examples of the guide to transfers. */
final class TransferExamples {
    private final WxPay pay;

    TransferExamples(WxPay pay) {
        this.pay = pay;
    }

    String transfer(String number, long fen, String openid) {
        MchTransferTransferBillsRequest request = MchTransferTransferBillsRequest.builder()
                .outBillNo(number)
                .openid(openid)
                .transferAmount(fen)
                .transferRemark("抽奖奖金")
                .transferSceneId(TransferSceneId.CASH_MARKETING)
                .addTransferSceneReportInfo(i -> i.infoType("活动名称").infoContent("新会员有礼"))
                .addTransferSceneReportInfo(i -> i.infoType("奖励说明").infoContent("注册会员抽奖一等奖"))
                .notifyUrl("https://shop.example.com/wxpay/notify")
                .build();
        MchTransferTransferBillsResponse accepted =
                pay.v3().fundApp().mchTransfer().transferBills(request);
        return accepted.packageInfo(); // the page passes it to requestMerchantTransfer, where the user confirms
    }

    void cancel(String number) {
        pay.v3()
                .fundApp()
                .mchTransfer()
                .transferBills()
                .outBillNo(number)
                .cancel()
                .post();
    }

    /** Returns true once the state is final. */
    boolean check(String number, Consumer<TransferBill> arrived, Consumer<TransferBill> failed) {
        TransferBill bill = pay.v3()
                .fundApp()
                .mchTransfer()
                .transferBills()
                .outBillNo(number)
                .get();
        switch (Objects.requireNonNullElse(bill.state(), TransferBillState.UNRECOGNIZED)) {
            case SUCCESS -> arrived.accept(bill);
            case FAIL, CANCELLED -> failed.accept(bill); // bill.failReason(); only now a new number is safe
            default -> {
                return false;
            }
        }
        return true;
    }

    NotificationDispatcher notifications(Consumer<TransferBill> arrived, Consumer<TransferBill> failed) {
        return pay.notifications()
                .dispatcher()
                .on(MchTransferBillFinished.class, n -> check(n.resource().outBillNo(), arrived, failed))
                .build();
    }
}
