package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.simulator.internal.orders.Problem;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import java.time.Instant;
import java.util.Optional;

/**
 * The time in which a merchant coupon can be used.
 *
 * @param begin inclusive
 * @param end exclusive
 */
record BusifavorTimes(Instant begin, Instant end) {
    /**
     * Returns the time of a coupon that a user gets now. Days are those of the calendar in Beijing: {@code
     * available_day_after_receive} of 1 is the rest of the first day. They count from the start of the stock if the user
     * gets the coupon before it.
     *
     * @throws ProblemException if the coupon could never be used
     */
    static BusifavorTimes of(BusifavorStock stock, Instant now) throws ProblemException {
        Instant received = BeijingTime.read(stock.text(BusifavorStock.TIMES + "available_begin_time"))
                .filter(now::isBefore)
                .orElse(now);
        Instant begin = number(stock, "wait_days_after_receive")
                .filter(days -> days > 0)
                .map(days -> midnight(received, days))
                .orElse(received);
        Instant end = number(stock, "available_day_after_receive")
                .map(days -> midnight(begin, days))
                .filter(stock.end()::isAfter)
                .orElse(stock.end());
        end = number(stock, "available_second_after_receive")
                .map(received::plusSeconds)
                .filter(end::isAfter)
                .orElse(end);
        if (!begin.isBefore(end)) {
            throw new ProblemException(Problem.STOCK_STATE);
        }
        return new BusifavorTimes(begin, end);
    }

    private static Optional<Long> number(BusifavorStock stock, String name) {
        return stock.number(BusifavorStock.TIMES + name);
    }

    /** Returns the start of the day that is some days after that of a time. */
    private static Instant midnight(Instant time, long days) {
        return BeijingTime.midnight(BeijingTime.day(time).plusDays(days));
    }
}
