package io.github.wxpaycodegen.simulator.internal.orders;

import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Unique ids that the platform assigns to orders, payments and refunds. */
public final class Numbers {
    private final AtomicLong last = new AtomicLong();

    /** Returns the id of a payment: 28 digits. */
    String transactionId(Instant now) {
        return "42" + day(now) + serial(18);
    }

    /** Returns the id of a refund: 29 digits. */
    String refundId(Instant now) {
        return "503" + day(now) + serial(18);
    }

    /** Returns the prepay id of an order: 36 characters. */
    String prepayId(Instant now) {
        return "wx" + BeijingTime.compact(now) + serial(20);
    }

    /** Returns the id of a service order: 28 digits. */
    String serviceOrderId(Instant now) {
        return "15" + day(now) + serial(18);
    }

    private static String day(Instant now) {
        return BeijingTime.compact(now).substring(0, 8);
    }

    private String serial(int digits) {
        return String.format(Locale.ROOT, "%0" + digits + "d", last.incrementAndGet());
    }
}
