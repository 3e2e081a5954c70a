package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v3.combinetransactions.CombineTransaction;
import io.github.wxpaycodegen.client.v3.combinetransactions.SubOrder;
import io.github.wxpaycodegen.client.v3.fundapp.mchtransfer.TransferBillState;
import io.github.wxpaycodegen.client.v3.fundapp.mchtransfer.TransferSceneId;
import io.github.wxpaycodegen.client.v3.marketing.favor.CouponStatus;
import io.github.wxpaycodegen.client.v3.marketing.favor.StockStatus;
import io.github.wxpaycodegen.client.v3.marketing.favor.StockType;
import io.github.wxpaycodegen.client.v3.merchantservice.Complaint;
import io.github.wxpaycodegen.client.v3.merchantservice.ComplaintState;
import io.github.wxpaycodegen.client.v3.papay.Contract;
import io.github.wxpaycodegen.client.v3.papay.ContractState;
import io.github.wxpaycodegen.client.v3.pay.TradeState;
import io.github.wxpaycodegen.client.v3.payscore.CollectionState;
import io.github.wxpaycodegen.client.v3.payscore.RiskFundName;
import io.github.wxpaycodegen.client.v3.payscore.ServiceOrder;
import io.github.wxpaycodegen.client.v3.payscore.ServiceOrderState;
import io.github.wxpaycodegen.client.v3.payscore.ServiceOrderStateDescription;
import io.github.wxpaycodegen.client.v3.profitsharing.OrderState;
import io.github.wxpaycodegen.client.v3.profitsharing.ProfitSharingOrder;
import io.github.wxpaycodegen.client.v3.profitsharing.ReceiverResult;
import io.github.wxpaycodegen.client.v3.profitsharing.ReceiverType;
import io.github.wxpaycodegen.client.v3.profitsharing.RelationType;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.simulator.Simulator;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Products that build on orders, by the generated client, against a gateway that remembers them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductLifeTest {
    private static final String NOBODY = "http://localhost:1/notify";

    private final Simulator gateway = Simulator.builder()
            .keysFrom("tests")
            .mchid(Gateway.MCHID)
            .rememberOrders()
            .start();
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

    @Test
    void payScoreOrderIsConfirmedCompletedAndPaid() {
        pay.v3().payscore().serviceOrder(b -> b.outOrderNo("score-1")
                .serviceId("500001")
                .serviceIntroduction("Bike")
                .timeRange(t -> t.startTime("OnAccept"))
                .riskFund(r -> r.name(RiskFundName.DEPOSIT).amount(10_000))
                .notifyUrl(NOBODY));
        gateway.payScore().confirm("score-1");

        ServiceOrder completed = pay.v3()
                .payscore()
                .serviceOrder()
                .outOrderNo("score-1")
                .complete(b -> b.serviceId("500001")
                        .addPostPayment(p -> p.name("Ride").amount(400))
                        .addPostDiscount(p -> p.name("New").amount(100))
                        .totalAmount(300));
        assertThat(completed.stateDescription()).isEqualTo(ServiceOrderStateDescription.MCH_COMPLETE);
        assertThat(completed.collection().state()).isEqualTo(CollectionState.USER_PAYING);
        String transactionId = gateway.payScore().pay("score-1");

        ServiceOrder paid = pay.v3().payscore().serviceOrder().get(b -> b.outOrderNo("score-1")
                .serviceId("500001"));
        assertThat(paid.state()).isEqualTo(ServiceOrderState.DONE);
        assertThat(paid.collection().paidAmount()).isEqualTo(300);
        assertThat(paid.collection().details()).singleElement().satisfies(detail -> assertThat(detail.transactionId())
                .isEqualTo(transactionId));
    }

    @Test
    void complaintsAreListedAndAnswered() {
        pay.v3().pay().transactions().native_(b -> b.description("Tea")
                .outTradeNo("bad-tea")
                .notifyUrl(NOBODY)
                .amount(a -> a.total(100)));
        gateway.orders().pay("bad-tea");
        String first = gateway.complaints().file("bad-tea", "cold", 40);
        String second = gateway.complaints().file("bad-tea", "bitter");
        String today =
                gateway.time().atOffset(ZoneOffset.ofHours(8)).toLocalDate().toString();

        assertThat(pay.v3().merchantService().complaintsV2().list(b -> b.beginDate(today)
                        .endDate(today)
                        .limit(1)))
                .extracting(Complaint::complaintId)
                .containsExactly(first, second);
        pay.v3().merchantService().complaintsV2().complaintId(first).response(b -> b.complaintedMchid(Gateway.MCHID)
                .responseContent("Sorry"));
        pay.v3().merchantService().complaintsV2().complaintId(first).complete(b -> b.complaintedMchid(Gateway.MCHID));

        Complaint found =
                pay.v3().merchantService().complaintsV2().complaintId(first).get();
        assertThat(found.complaintState()).isEqualTo(ComplaintState.PROCESSED);
        assertThat(found.applyRefundAmount()).isEqualTo(40);
        assertThat(found.payerPhone()).isEqualTo("13800000000");
        assertThat(pay.v3()
                        .merchantService()
                        .complaintsV2()
                        .complaintId(first)
                        .negotiationHistorys()
                        .list(b -> b.limit(2)))
                .hasSize(3);
    }

    @Test
    void couponIsSentAndUsed() {
        OffsetDateTime now = gateway.time().atOffset(ZoneOffset.ofHours(8));
        String stock = pay.v3()
                .marketing()
                .favor()
                .couponStocks(b -> b.stockName("Tea")
                        .outRequestNo("stock-1")
                        .availableBeginTime(now)
                        .availableEndTime(now.plusDays(7))
                        .noCash(false)
                        .stockType(StockType.NORMAL)
                        .belongMerchant(Gateway.MCHID)
                        .stockUseRule(r -> r.maxCoupons(10)
                                .maxAmount(1000)
                                .maxCouponsPerUser(1)
                                .naturalPersonLimit(false)
                                .preventApiAbuse(false))
                        .couponUseRule(
                                r -> r.fixedNormalCoupon(c -> c.couponAmount(50).transactionMinimum(80))))
                .stockId();
        pay.v3().marketing().favor().stocks().stockId(stock).start(b -> b.stockCreatorMchid(Gateway.MCHID));
        String coupon = pay.v3()
                .marketing()
                .favor()
                .users()
                .openid("user")
                .coupons(b -> b.stockId(stock).outRequestNo("coupon-1").stockCreatorMchid(Gateway.MCHID))
                .couponId();
        pay.v3().pay().transactions().native_(b -> b.description("Tea")
                .outTradeNo("tea-with-coupon")
                .notifyUrl(NOBODY)
                .amount(a -> a.total(100)));
        gateway.orders().pay("tea-with-coupon");

        gateway.coupons().use(coupon, "tea-with-coupon");

        assertThat(pay.v3().marketing().favor().users().openid("user").coupons().list(b -> b.limit(10)))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.status()).isEqualTo(CouponStatus.USED);
                    assertThat(found.consumeInformation().consumeAmount()).isEqualTo(50);
                });
        assertThat(pay.v3()
                        .marketing()
                        .favor()
                        .stocks()
                        .stockId(stock)
                        .get(b -> b.stockCreatorMchid(Gateway.MCHID))
                        .status())
                .isEqualTo(StockStatus.RUNNING);
    }
}
