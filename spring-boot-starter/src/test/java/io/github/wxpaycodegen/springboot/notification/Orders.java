package io.github.wxpaycodegen.springboot.notification;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.notifications.v2.NativeScanned;
import io.github.wxpaycodegen.client.notifications.v2.NativeScannedReply;
import io.github.wxpaycodegen.client.notifications.v2.TransactionResult;
import io.github.wxpaycodegen.client.notifications.v3.RefundSuccess;
import io.github.wxpaycodegen.client.notifications.v3.TransactionSuccess;
import io.github.wxpaycodegen.runtime.message.ResultCode;
import io.github.wxpaycodegen.runtime.notification.Notification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Handlers of all kinds, which write down what they handle. Their bean is proxied. */
@Transactional
class Orders {
    final List<String> log = new CopyOnWriteArrayList<>();
    /** Orders whose first notification fails. */
    final Set<String> failing = ConcurrentHashMap.newKeySet();

    List<String> of(String order) {
        return log.stream().filter(each -> each.contains(order)).toList();
    }

    void failOnce(String order) {
        failing.add(order);
    }

    @Order(2)
    @WxPayNotification
    public CompletionStage<Void> ship(TransactionSuccess n) {
        String order = n.resource().outTradeNo();
        return CompletableFuture.runAsync(
                () -> {
                    if (failing.remove(order + "-shipping")) {
                        throw new IllegalStateException("the warehouse is closed");
                    }
                    log.add("ship " + order);
                },
                ForkJoinPool.commonPool());
    }

    @Order(1)
    @WxPayNotification
    protected void paid(NotificationRequest request, TransactionSuccess n, WxPay client, String merchant) {
        String order = n.resource().outTradeNo();
        if (failing.remove(order)) {
            throw new IllegalStateException("the database is closed");
        }
        boolean asReceived = new String(request.body(), StandardCharsets.UTF_8).contains(n.id())
                && request.header("wechatpay-signature") != null
                && request.merchant().equals(merchant)
                && client.notifications() != null;
        log.add("paid " + order + " of " + merchant
                + (TransactionSynchronizationManager.isActualTransactionActive() ? " in a transaction" : "")
                + (asReceived ? " as received" : ""));
    }

    @Order(3)
    @WxPayNotification
    void mail(TransactionSuccess n) {
        log.add("mail " + n.resource().outTradeNo());
    }

    @WxPayNotification
    public void paid(TransactionResult n) {
        log.add("paid " + n.body().outTradeNo());
    }

    @WxPayNotification
    public Mono<Void> refunded(RefundSuccess n) {
        return Mono.<Void>fromRunnable(() -> log.add("refund " + n.resource().outRefundNo()))
                .subscribeOn(Schedulers.parallel());
    }

    @WxPayNotification
    public NativeScannedReply scanned(NativeScanned n) {
        return NativeScannedReply.builder()
                .resultCode(ResultCode.SUCCESS)
                .prepayId("prepay-of-" + n.body().productId())
                .build();
    }

    @WxPayNotification
    public void others(Notification n) {
        log.add("other " + n.plaintext());
    }
}
