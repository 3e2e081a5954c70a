package com.example;

import com.example.pay.WxPay;
import com.example.pay.notifications.v3.RefundSuccess;
import com.example.pay.notifications.v3.ShopOpened;
import io.github.wxpaycodegen.runtime.notification.NotificationDispatcher;
import java.time.OffsetDateTime;

public final class Listener {
    NotificationDispatcher dispatcher(WxPay pay) {
        return pay.notifications()
                .dispatcher()
                .on(RefundSuccess.class, n -> refunded(n.resource().outRefundNo()))
                .on(ShopOpened.class, n -> opened(n.resource().shopId(), n.resource().openedAt()))
                .build();
    }

    private void refunded(String number) {}

    private void opened(String shop, OffsetDateTime at) {}
}
