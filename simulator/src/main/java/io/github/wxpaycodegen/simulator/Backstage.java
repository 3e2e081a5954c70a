package io.github.wxpaycodegen.simulator;

import java.time.Clock;
import java.util.Optional;

/**
 * What goes on behind the gateway: the orders, if any are remembered, and the notifications. Twins have the same.
 *
 * @param orders empty where none are remembered
 */
record Backstage(Memory memory, Optional<Orders> orders, Notifications notifications) {
    /** Where nothing is remembered. */
    static Backstage forgetful(Notifications notifications) {
        return new Backstage(Memory.none(), Optional.empty(), notifications);
    }

    static Backstage remembering(Clock clock, Notifications notifications) {
        Ledger ledger = new Ledger(clock, new Numbers(), new OrderNotices(notifications));
        return new Backstage(Memory.of(ledger), Optional.of(new Orders(ledger)), notifications);
    }
}
