package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v3.combinetransactions.CombineTransaction;
import io.github.wxpaycodegen.client.v3.combinetransactions.SubOrder;
import io.github.wxpaycodegen.client.v3.fundapp.mchtransfer.TransferBillState;
import io.github.wxpaycodegen.client.v3.fundapp.mchtransfer.TransferSceneId;
import io.github.wxpaycodegen.client.v3.papay.Contract;
import io.github.wxpaycodegen.client.v3.papay.ContractState;
import io.github.wxpaycodegen.client.v3.pay.TradeState;
import io.github.wxpaycodegen.client.v3.profitsharing.OrderState;
import io.github.wxpaycodegen.client.v3.profitsharing.ProfitSharingOrder;
import io.github.wxpaycodegen.client.v3.profitsharing.ReceiverResult;
import io.github.wxpaycodegen.client.v3.profitsharing.ReceiverType;
import io.github.wxpaycodegen.client.v3.profitsharing.RelationType;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.simulator.Simulator;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Products that build on orders, by the generated client, against a gateway that remembers them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductLifeTest {
    private static final String NOBODY = "http://localhost:1/notify";

    private final Simulator gateway =
            Simulator.builder().mchid(Gateway.MCHID).rememberOrders().start();
    private final WxPay pay = WxPay.create(gateway.config().build());

    @AfterAll
    void close() {
        pay.close();
        gateway.close();
    }

    @Test
    void paymentIsSharedAndTheRestReleased() {
        pay.v3().profitSharing().receivers().add(b -> b.type(ReceiverType.MERCHANT_ID)
                .account("1900000110")
                .relationType(RelationType.STORE));
        pay.v3().pay().transactions().native_(b -> b.description("Tea")
                .outTradeNo("shared-order")
                .notifyUrl(NOBODY)
                .amount(a -> a.total(100))
                .settleInfo(s -> s.profitSharing(true)));
        String transactionId = gateway.orders().pay("shared-order");

        GatewayException early = catchThrowableOfType(GatewayException.class, () -> share(transactionId));
        assertThat(early.outcome()).isEqualTo(Outcome.REJECTED);
        gateway.advance(Duration.ofMinutes(1));
        share(transactionId);

        ProfitSharingOrder found =
                pay.v3().profitSharing().orders().outOrderNo("SHARES-1").get(b -> b.transactionId(transactionId));
        assertThat(found.state()).isEqualTo(OrderState.FINISHED);
        assertThat(found.receivers()).hasSize(2);
        assertThat(found.receivers().get(0).result()).isEqualTo(ReceiverResult.SUCCESS);
        assertThat(found.receivers().get(1).amount()).isEqualTo(80);
        assertThat(pay.v3()
                        .profitSharing()
                        .transactions()
                        .transactionId(transactionId)
                        .amounts()
                        .get()
                        .unsplitAmount())
                .isZero();
    }

    private ProfitSharingOrder share(String transactionId) {
        return pay.v3().profitSharing().orders(b -> b.transactionId(transactionId)
                .outOrderNo("SHARES-1")
                .addReceiver(r -> r.type(ReceiverType.MERCHANT_ID)
                        .account("1900000110")
                        .amount(20)
                        .description("commission"))
                .unfreezeUnsplit(true));
    }

    @Test
    void userConfirmsTransfer() {
        assertThat(pay.v3()
                        .fundApp()
                        .mchTransfer()
                        .transferBills(b -> b.outBillNo("transfer1")
                                .openid("openid-of-payee")
                                .transferAmount(100)
                                .transferRemark("prize")
                                .transferSceneId(TransferSceneId.CASH_MARKETING)
                                .addTransferSceneReportInfo(
                                        i -> i.infoType("activity").infoContent("lottery")))
                        .state())
                .isEqualTo(TransferBillState.WAIT_USER_CONFIRM);

        gateway.transfers().confirm("transfer1");

        assertThat(pay.v3()
                        .fundApp()
                        .mchTransfer()
                        .transferBills()
                        .outBillNo("transfer1")
                        .get()
                        .state())
                .isEqualTo(TransferBillState.SUCCESS);
    }

    @Test
    void subOrdersArePaidTogether() {
        pay.v3().combineTransactions().native_(b -> b.combineOutTradeNo("combined-order")
                .notifyUrl(NOBODY)
                .addSubOrder(subOrder("combined-order-a"))
                .addSubOrder(subOrder("combined-order-b")));

        String transactionId = gateway.combinedOrders().pay("combined-order");

        CombineTransaction found = pay.v3()
                .combineTransactions()
                .outTradeNo()
                .combineOutTradeNo("combined-order")
                .get();
        assertThat(found.combineTransactionId()).isEqualTo(transactionId);
        assertThat(found.subOrders()).hasSize(2);
        assertThat(found.subOrders().get(1).tradeState()).isEqualTo(TradeState.SUCCESS);
    }

    private static Consumer<SubOrder.Builder> subOrder(String number) {
        return b -> b.mchid(Gateway.MCHID)
                .attach("none")
                .outTradeNo(number)
                .description("Tea")
                .amount(a -> a.totalAmount(50).currency("CNY"));
    }

    @Test
    void moneyIsDeductedByContract() {
        pay.v3().papay().scheduledDeductSign().contracts().preEntrustSign().jsapi(b -> b.planId(12535)
                .outContractCode("contract-1")
                .contractDisplayAccount("user")
                .contractNotifyUrl(NOBODY));
        String contractId = gateway.contracts().sign("contract-1");

        Contract contract = pay.v3()
                .papay()
                .sign()
                .contracts()
                .planId("12535")
                .outContractCode("contract-1")
                .get();
        assertThat(contract.contractState()).isEqualTo(ContractState.SIGNED);
        pay.v3().papay().pay().transactions().apply(b -> b.outTradeNo("deducted-order")
                .description("Tea")
                .transactionNotifyUrl(NOBODY)
                .contractId(contractId)
                .amount(a -> a.total(100)));

        assertThat(pay.v3()
                        .pay()
                        .transactions()
                        .outTradeNo("deducted-order")
                        .get()
                        .tradeState())
                .isEqualTo(TradeState.SUCCESS);
    }
}
