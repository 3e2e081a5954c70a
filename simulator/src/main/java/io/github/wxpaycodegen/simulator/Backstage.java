package io.github.wxpaycodegen.simulator;

import java.time.Clock;
import java.util.Optional;

/**
 * What goes on behind the gateway: the orders, if any are remembered, and the notifications. Twins have the same.
 *
 * @param orders empty where none are remembered
 * @param rentals empty where none are remembered
 */
record Backstage(Memory memory, Optional<Orders> orders, Optional<Rentals> rentals, Notifications notifications) {
    /** Where nothing is remembered. */
    static Backstage forgetful(Notifications notifications) {
        return new Backstage(Memory.none(), Optional.empty(), Optional.empty(), notifications);
    }

    /** Where orders are. */
    static Backstage remembering(Clock clock, Notifications notifications) {
        Numbers numbers = new Numbers();
        Ledger ledger = new Ledger(clock, numbers, new OrderNotices(notifications));
        ServiceLedger serviceLedger = new ServiceLedger(clock, numbers);
        return new Backstage(
                Memory.of(ledger, serviceLedger),
                Optional.of(new Orders(ledger)),
                Optional.of(new Rentals(serviceLedger, notifications)),
                notifications);
    }
}
