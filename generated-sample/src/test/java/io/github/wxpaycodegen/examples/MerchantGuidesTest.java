package io.github.wxpaycodegen.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v3.fundapp.mchtransfer.TransferBill;
import io.github.wxpaycodegen.client.v3.fundapp.mchtransfer.TransferFailReason;
import io.github.wxpaycodegen.client.v3.merchantservice.Complaint;
import io.github.wxpaycodegen.client.v3.pay.TradeState;
import io.github.wxpaycodegen.client.v3.pay.Transaction;
import io.github.wxpaycodegen.client.v3.pay.TransactionsNativeRequest;
import io.github.wxpaycodegen.client.v3.profitsharing.ProfitSharingReceiver;
import io.github.wxpaycodegen.client.v3.profitsharing.ReceiverFailReason;
import io.github.wxpaycodegen.client.v3.refund.RefundStatus;
import io.github.wxpaycodegen.runtime.WxPayClients;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import io.github.wxpaycodegen.runtime.notification.NotificationDispatcher;
import io.github.wxpaycodegen.simulator.Behavior;
import io.github.wxpaycodegen.simulator.Notice;
import io.github.wxpaycodegen.simulator.NotificationAttempt;
import io.github.wxpaycodegen.simulator.RecordedCall;
import io.github.wxpaycodegen.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the guides to products, run against a gateway that remembers orders. */
class MerchantGuidesTest {
    private static final String MCHID = "1230000109";
    private static final String SUB_MCHID = "1900000109";
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    @TempDir
    private Path folder;

    private Simulator gateway;
    private WxPay pay;

    @BeforeEach
    void start() {
        gateway = Simulator.builder()
                .mchid(MCHID)
                .v2Key("any-32-characters-will-do-here!!")
                .rememberOrders()
                .start();
        pay = WxPay.create(gateway.config().appid("wxd678efh567hg6787").build());
    }

    @AfterEach
    void close() {
        pay.close();
        gateway.close();
    }

    private String order(String number, long fen) {
        return new PaymentScenes(pay).qrCode(number, fen);
    }

    private void refundAll(String number, String refundNumber, long fen) {
        pay.v3().refund().domestic().refunds(b -> b.outTradeNo(number)
                .outRefundNo(refundNumber)
                .amount(a -> a.refund(fen).total(fen).currency("CNY")));
    }

    private void handles(NotificationDispatcher dispatcher, Notice notice) throws Exception {
        try (NotificationServer server = new NotificationServer(dispatcher)) {
            gateway.notifications().send(server.notifyUrl(), notice);
            assertThat(gateway.notifications()
                            .await(
                                    attempt -> attempt.url()
                                            .equals(server.notifyUrl().toString()),
                                    Duration.ofMinutes(1))
                            .map(NotificationAttempt::isAccepted))
                    .contains(true);
        }
    }

    @Test
    void ordersArePlacedInEachScene() {
        PaymentScenes scenes = new PaymentScenes(pay);

        assertThat(scenes.qrCode("native-1", 500)).startsWith("weixin://");
        assertThat(scenes.page("jsapi-1", 500, "openid-of-payer")).contains("\"paySign\":");
        assertThat(scenes.app("app-of-shop-1", 500)).contains("\"sign\":");
        assertThat(scenes.browser("browser-1", 500, "203.0.113.7").getRawQuery())
                .endsWith("redirect_url=https%3A%2F%2Fshop.example.com%2Forders%2Fbrowser-1");
        assertThat(scenes.combined("both-1", "tea-of-both-1", "cups-of-both-1")).startsWith("weixin://");
    }

    @Test
    void orderWithoutNotificationIsSettled() {
        PaymentScenes scenes = new PaymentScenes(pay);
        order("order-1", 500);
        order("order-2", 500);
        gateway.orders().pay("order-2");

        assertThat(scenes.check("never-placed", Duration.ofMinutes(31))).isEqualTo(TradeState.CLOSED);
        assertThat(scenes.check("order-1", Duration.ofMinutes(1))).isEqualTo(TradeState.NOTPAY);
        assertThat(scenes.check("order-1", Duration.ofMinutes(31))).isEqualTo(TradeState.CLOSED);
        assertThat(gateway.orders().state("order-1")).isEqualTo("CLOSED");
        assertThat(scenes.check("order-2", Duration.ofMinutes(31))).isEqualTo(TradeState.SUCCESS);
    }

    @Test
    void paymentByCodeIsQueriedUntilItIsPaid() {
        List<String> pauses = new ArrayList<>();
        CodePayments till = new CodePayments(pay, () -> {
            pauses.add("pause");
            if (pauses.size() == 2) {
                gateway.orders().pay("till-2");
            }
        });

        assertThat(till.charge("till-1", 500, "130061098828009406")).isPresent();
        gateway.orders().askForPassword();
        Optional<Transaction> paid = till.charge("till-2", 500, "130061098828009406");

        assertThat(paid.map(Transaction::tradeState)).contains(TradeState.SUCCESS);
        assertThat(pauses).hasSize(2);
    }

    @Test
    void paymentByCodeThatNobodyConfirmsIsReversed() {
        gateway.orders().askForPassword();

        assertThat(new CodePayments(pay, () -> {}).charge("till-3", 500, "130061098828009406"))
                .isEmpty();

        assertThat(gateway.orders().state("till-3")).isEqualTo("REVOKED");
    }

    @Test
    void refundIsStoredRepeatedAndChecked() throws Exception {
        Map<String, String> stored = new HashMap<>();
        List<String> results = new ArrayList<>();
        RefundExamples refunds = new RefundExamples(pay, new RefundExamples.Ledger() {
            @Override
            public void store(String outRefundNo, String request) {
                stored.put(outRefundNo, request);
            }

            @Override
            public String load(String outRefundNo) {
                return stored.get(outRefundNo);
            }

            @Override
            public void done(String outRefundNo, long fen) {
                results.add(outRefundNo + " " + fen);
            }

            @Override
            public void failed(String outRefundNo, RefundStatus status) {
                results.add(outRefundNo + " " + status);
            }
        });
        order("order-1", 500);
        gateway.orders().pay("order-1");
        gateway.orders().holdRefunds();

        assertThat(refunds.refund("order-1", "refund-1", 200, 500).status()).isEqualTo(RefundStatus.PROCESSING);
        refunds.check("refund-1");
        assertThat(results).isEmpty();
        assertThat(refunds.again("refund-1").outRefundNo()).isEqualTo("refund-1");
        refunds.refund("order-1", "refund-2", 300, 500);
        assertThatThrownBy(() -> refunds.refund("order-1", "refund-3", 1, 500))
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.REJECTED));
        gateway.orders().settleRefund("refund-1");
        gateway.orders().failRefund("refund-2");
        refunds.check("refund-2");
        handles(
                refunds.notifications(),
                Notice.v3("REFUND.SUCCESS").with("out_refund_no", "refund-1").with("refund_status", "SUCCESS"));

        assertThat(results).containsExactly("refund-2 ABNORMAL", "refund-1 200");
    }

    @Test
    void partnerActsForItsMerchant() {
        String json = PartnerExamples.order(pay, SUB_MCHID, "partner-1", 500, "openid-of-payer");
        assertThat(json).contains("\"paySign\":");
        gateway.orders().pay("partner-1");

        Transaction paid = PartnerExamples.query(pay, SUB_MCHID, "partner-1");
        assertThat(paid.subMchid()).isEqualTo(SUB_MCHID);
        assertThat(paid.tradeState()).isEqualTo(TradeState.SUCCESS);
        assertThat(PartnerExamples.refund(pay, SUB_MCHID, "partner-1", "partner-refund-1", 500)
                        .outRefundNo())
                .isEqualTo("partner-refund-1");
    }

    @Test
    void merchantsShareOneGroup() {
        try (WxPayClients clients = WxPayClients.create()) {
            assertThat(PartnerExamples.merchants(List.of(gateway.config().build()), clients))
                    .containsOnlyKeys(MCHID);
        }
    }

    @Test
    void transferIsConfirmedOrCanceled() throws Exception {
        List<TransferBill> arrived = new ArrayList<>();
        List<TransferBill> failed = new ArrayList<>();
        TransferExamples transfers = new TransferExamples(pay);

        assertThat(transfers.transfer("T1", 100, "openid-of-payee")).isNotBlank();
        assertThat(transfers.check("T1", arrived::add, failed::add)).isFalse();
        gateway.transfers().confirm("T1");
        handles(
                transfers.notifications(arrived::add, failed::add),
                Notice.v3("MCHTRANSFER.BILL.FINISHED").with("out_bill_no", "T1"));
        transfers.transfer("T2", 100, "openid-of-payee");
        gateway.transfers().fail("T2", "PAYEE_ACCOUNT_ABNORMAL");
        assertThat(transfers.check("T2", arrived::add, failed::add)).isTrue();
        transfers.transfer("T3", 100, "openid-of-payee");
        transfers.cancel("T3");
        assertThat(transfers.check("T3", arrived::add, failed::add)).isTrue();

        assertThat(arrived).extracting(TransferBill::outBillNo).containsExactly("T1");
        assertThat(failed).extracting(TransferBill::outBillNo).containsExactly("T2", "T3");
        assertThat(failed.get(0).failReason()).isEqualTo(TransferFailReason.PAYEE_ACCOUNT_ABNORMAL);
    }

    @Test
    void profitIsSharedTakenBackAndReleased() {
        ProfitSharingExamples sharing = new ProfitSharingExamples(pay);
        sharing.addReceiver("1900000110", "示例门店有限公司");
        sharing.order("order-1", 1000);
        String transactionId = gateway.orders().pay("order-1");
        gateway.advance(Duration.ofMinutes(1));

        sharing.share(transactionId, "SHARE-1", "1900000110", 100);
        assertThat(sharing.failedShares(transactionId, "SHARE-1")).isEmpty();
        assertThat(sharing.takeBack("SHARE-1", "RETURN-1", "1900000110", 40)).isTrue();
        assertThat(gateway.profitSharing().unshared(transactionId)).isPositive();
        sharing.unfreeze(transactionId, "UNFREEZE-1");

        assertThat(gateway.profitSharing().unshared(transactionId)).isZero();
    }

    @Test
    void finishedSharingMayHaveFailedReceivers() {
        ProfitSharingExamples sharing = new ProfitSharingExamples(pay);
        sharing.addReceiver("1900000110", "示例门店有限公司");
        sharing.order("order-1", 1000);
        String transactionId = gateway.orders().pay("order-1");
        gateway.advance(Duration.ofMinutes(1));
        gateway.profitSharing().hold();
        sharing.share(transactionId, "SHARE-1", "1900000110", 100);
        assertThatIllegalStateException().isThrownBy(() -> sharing.failedShares(transactionId, "SHARE-1"));

        gateway.profitSharing().fail("SHARE-1", "1900000110", "ACCOUNT_ABNORMAL");

        assertThat(sharing.failedShares(transactionId, "SHARE-1"))
                .extracting(ProfitSharingReceiver::failReason)
                .containsExactly(ReceiverFailReason.ACCOUNT_ABNORMAL);
    }

    @Test
    void payscoreOrderIsCompletedAndPaid() {
        PayscoreExamples rentals = new PayscoreExamples(pay);

        assertThat(rentals.begin("RENT-1").toJson()).contains("businessType");
        gateway.payScore().confirm("RENT-1");
        rentals.complete("RENT-1", 400, 100);
        assertThat(rentals.isPaid("RENT-1")).isFalse();
        gateway.payScore().pay("RENT-1");
        assertThat(rentals.isPaid("RENT-1")).isTrue();
        rentals.begin("RENT-2");
        rentals.cancel("RENT-2");

        assertThat(gateway.payScore().state("RENT-2")).isEqualTo("REVOKED");
    }

    @Test
    void contractIsSignedDeductedAndTerminated() throws Exception {
        DeductionExamples deductions = new DeductionExamples(pay);
        Map<String, String> contracts = new HashMap<>();

        assertThat(deductions.offer("MEMBER-1", "张三")).isNotBlank();
        String contractId = gateway.contracts().sign("MEMBER-1");
        assertThat(deductions.isSigned("MEMBER-1")).isTrue();
        handles(
                deductions.notifications(contracts::put),
                Notice.v3("ENTRUST.SIGN").with("out_contract_code", "MEMBER-1").with("contract_id", contractId));
        assertThat(contracts).containsEntry("MEMBER-1", contractId);
        deductions.deduct(contractId, "MONTH-11", 1500);
        assertThat(deductions.isPaid("MONTH-11")).isTrue();
        assertThat(deductions.isPaid("MONTH-12")).isFalse();
        deductions.terminate("MEMBER-1");

        assertThat(gateway.contracts().isSigned("MEMBER-1")).isFalse();
    }

    @Test
    void couponIsSentOnce() {
        CouponExamples coupons = new CouponExamples(pay, MCHID);
        String stock = coupons.stock("stock-1", gateway.time().atOffset(CHINA));

        String coupon = coupons.send(stock, "coupon-1", "openid-of-user");
        assertThat(coupons.send(stock, "coupon-1", "openid-of-user")).isEqualTo(coupon);
        assertThat(coupons.couponsOf("openid-of-user")).isEqualTo(1);
        coupons.stop(stock);

        assertThatThrownBy(() -> coupons.send(stock, "coupon-2", "openid-of-other"))
                .isInstanceOf(GatewayException.class);
    }

    @Test
    void applymentIsSubmittedAndFollowed() throws IOException {
        ApplymentExamples applyments = new ApplymentExamples(pay);
        String image = applyments.upload(Files.write(folder.resolve("licence.jpg"), new byte[] {1, 2, 3}));
        applyments.submit("SHOP_1", image, image, image, image, image);

        assertThat(applyments.follow("SHOP_1")).isNull();
        gateway.applyments().reject("SHOP_1", "id_card_copy", "blurred");
        assertThatIllegalStateException()
                .isThrownBy(() -> applyments.follow("SHOP_1"))
                .withMessageContaining("blurred");
        applyments.submit("SHOP_1", image, image, image, image, image);
        gateway.applyments().approve("SHOP_1");
        assertThat(applyments.follow("SHOP_1")).isNull();
        gateway.applyments().sign("SHOP_1");
        String subMchid = gateway.applyments().finish("SHOP_1");

        assertThat(applyments.follow("SHOP_1")).isEqualTo(subMchid);
        assertThat(gateway.calls())
                .filteredOn(call -> call.path().equals("/v3/applyment4sub/applyment/"))
                .extracting(RecordedCall::refusal)
                .containsOnly(Optional.empty());
    }

    @Test
    void complaintIsAnsweredAndCompleted() throws Exception {
        ComplaintExamples complaints = new ComplaintExamples(pay, MCHID);
        order("order-1", 500);
        gateway.orders().pay("order-1");
        complaints.subscribe("http://localhost:1/notify");
        String id = gateway.complaints().file("order-1", "茶是凉的", 100);
        String today = gateway.time().atOffset(CHINA).toLocalDate().toString();
        List<Complaint> told = new ArrayList<>();

        handles(
                complaints.notifications(told::add),
                Notice.v3("COMPLAINT.CREATE").with("complaint_id", id));
        assertThat(told).extracting(Complaint::complaintId).containsExactly(id);
        assertThat(complaints.open(today, today))
                .extracting(Complaint::complaintId)
                .containsExactly(id);
        complaints.answer(id, UploadFile.of("tea.png", new byte[] {1}));
        complaints.complete(id);

        assertThat(complaints.open(today, today)).isEmpty();
    }

    @Test
    void fapiaoIsIssuedForTheTitleOfTheUser() throws Exception {
        FapiaoExamples fapiao = new FapiaoExamples(pay);
        List<String> filledIn = new ArrayList<>();

        fapiao.configure("https://shop.example.com/wxpay/notify");
        assertThat(fapiao.titlePage("order-1", "openid-of-payer", 500)).startsWith("https://");
        handles(
                fapiao.notifications(filledIn::add),
                Notice.v3("FAPIAO.USER_APPLIED").with("fapiao_apply_id", "order-1"));
        fapiao.issue(filledIn.get(0), "fapiao-1", 500);

        assertThat(fapiao.states("order-1")).isNotEmpty();
        assertThat(gateway.calls())
                .filteredOn(call -> call.path().endsWith("/fapiao-applications"))
                .singleElement()
                .satisfies(call -> assertThat(call.fields())
                        .containsEntry("fapiao_information[0].items[0].total_amount", "500")
                        .containsKey("buyer_information.name"));
    }

    @Test
    void dayIsReconciled() throws IOException {
        ReconciliationExamples reconciliation = new ReconciliationExamples(pay);
        LocalDate today = gateway.time().atOffset(CHINA).toLocalDate();
        assertThat(reconciliation.fetch(today, folder)).isEmpty();
        order("order-1", 500);
        order("order-2", 300);
        gateway.orders().pay("order-1");
        gateway.orders().pay("order-2");
        // A shop may give a refund the number of its order.
        refundAll("order-2", "order-2", 300);

        Path bill = reconciliation.fetch(today, folder).orElseThrow();

        assertThat(ReconciliationExamples.compare(
                        bill, Map.of("payment order-1", 500L, "payment order-2", 300L, "refund order-2", 300L)))
                .isEmpty();
        assertThat(ReconciliationExamples.compare(
                        bill, Map.of("payment order-1", 400L, "payment order-2", 300L, "payment order-3", 1L)))
                .containsExactly(
                        "payment order-1: ours 400 fen, the bill's 500",
                        "payment order-3: ours 1 fen, the bill's null",
                        "refund order-2: ours null fen, the bill's 300");
    }

    @Test
    void errorsSayWhatToDo() {
        assertThat(ErrorExamples.problems(TransactionsNativeRequest.builder().description("Tea")))
                .contains("out_trade_no")
                .contains("notify_url");
        order("order-1", 500);
        GatewayException refused = catchThrowableOfType(
                GatewayException.class, () -> pay.v3().refund().domestic().refunds(b -> b.outTradeNo("order-1")
                        .outRefundNo("refund-1")
                        .amount(a -> a.refund(500).total(500).currency("CNY"))));
        assertThat(ErrorExamples.decide(refused)).contains(refused.errorCode(), refused.requestId());
        assertThat(ErrorExamples.decide(
                        TransportException.builder(Outcome.NOT_SENT).build()))
                .startsWith("nothing happened");

        gateway.next("/v3/refund/domestic/refunds", Behavior.dropAfterRequest());
        WxPayException lost = catchThrowableOfType(
                WxPayException.class,
                () -> pay.with(o -> o.maxAttempts(1)).v3().refund().domestic().refunds(b -> b.outTradeNo("order-1")
                        .outRefundNo("refund-2")
                        .amount(a -> a.refund(500).total(500).currency("CNY"))));
        assertThat(ErrorExamples.decide(lost)).isEqualTo("call settle()");
    }
}
