package com.example;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.notifications.v2.TransactionResult;
import io.github.wxpaycodegen.client.notifications.v3.TransactionSuccess;
import io.github.wxpaycodegen.springboot.notification.NotificationRequest;
import io.github.wxpaycodegen.springboot.notification.WxPayNotification;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A shop with Spring Security and a database, and with no other configuration than its properties. */
@SpringBootApplication
public class Shop {
    /** The record of handled notifications. */
    @Component
    @Transactional
    public static class Orders {
        final List<String> log = new CopyOnWriteArrayList<>();
        final Set<String> failing = ConcurrentHashMap.newKeySet();

        public List<String> log() {
            return log;
        }

        public void failOnce(String order) {
            failing.add(order);
        }

        @Order(1)
        @WxPayNotification
        public void paid(TransactionSuccess n, WxPay client, String merchant, NotificationRequest request) {
            if (!TransactionSynchronizationManager.isActualTransactionActive()) {
                throw new IllegalStateException("there is no transaction");
            }
            if (failing.remove(n.resource().outTradeNo())) {
                throw new IllegalStateException("the first delivery fails");
            }
            log.add("paid " + n.resource().outTradeNo() + " of " + merchant);
        }

        @Order(2)
        @WxPayNotification
        public CompletionStage<Void> ship(TransactionSuccess n) {
            return CompletableFuture.runAsync(
                    () -> log.add("ship " + n.resource().outTradeNo()));
        }

        @WxPayNotification
        public void paid(TransactionResult n) {
            log.add("paid " + n.body().outTradeNo());
        }
    }
}
