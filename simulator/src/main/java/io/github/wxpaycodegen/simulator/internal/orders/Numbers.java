package io.github.wxpaycodegen.simulator.internal.orders;

import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Unique ids that the platform assigns to orders, payments and refunds. */
public final class Numbers {
    private final AtomicLong last = new AtomicLong();

    /** Returns the id of a payment: 28 digits. */
    public String transactionId(Instant now) {
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

    /** Returns the id of an order of profit sharing, or of its return: 28 digits. */
    public String shareId(Instant now) {
        return "30" + day(now) + serial(18);
    }

    /** Returns the id of a part of an order of profit sharing: 23 digits. */
    public String shareDetailId() {
        return "36" + serial(21);
    }

    /** Returns the id of a transfer or of a batch of transfers: 40 digits. */
    public String transferId(Instant now) {
        return "1330" + day(now) + serial(28);
    }

    /** Returns the id of a red packet: 31 digits. */
    public String redPacketId(Instant now) {
        return "1000041701" + day(now) + serial(13);
    }

    /** Returns the id of a contract: 28 digits. */
    public String contractId(Instant now) {
        return "20" + day(now) + serial(18);
    }

    /** Returns the id of a payscore order: 31 digits. */
    public String payScoreId(Instant now) {
        return "00003" + BeijingTime.compact(now) + serial(12);
    }

    /** Returns the id of a complaint: 27 digits. */
    public String complaintId(Instant now) {
        return "20" + day(now) + serial(17);
    }

    /** Returns the id of a step of a complaint: 27 digits. */
    public String complaintLogId(Instant now) {
        return "30" + day(now) + serial(17);
    }

    /** Returns the id of the application of a sub-merchant: 16 digits. */
    public long applymentId() {
        return Long.parseLong("2000" + serial(12));
    }

    /** Returns the merchant id of a new sub-merchant: 10 digits. */
    public String subMchid() {
        return "17" + serial(8);
    }

    /** Returns the id of a stock of coupons: 8 digits. */
    public String stockId() {
        return "9" + serial(7);
    }

    /** Returns the id of a coupon: 11 digits. */
    public String couponId() {
        return "2" + serial(10);
    }

    /** Returns the id of a stock of merchant coupons (商家券): 16 digits. */
    public String busifavorStockId() {
        return "128" + serial(13);
    }

    /** Returns the code of a merchant coupon (商家券): 22 digits. */
    public String busifavorCode() {
        return "12" + serial(20);
    }

    private static String day(Instant now) {
        return BeijingTime.compact(now).substring(0, 8);
    }

    private String serial(int digits) {
        return String.format(Locale.ROOT, "%0" + digits + "d", last.incrementAndGet());
    }
}
