package io.github.wxpaycodegen.simulator;

import java.time.Clock;
import java.util.Optional;

/**
 * What goes on behind the gateway: the orders, if any are remembered, the bills and the notifications. Twins have the same.
 *
 * @param orders empty where none are remembered
 * @param rentals empty where none are remembered
 */
record Backstage(
        Memory memory,
        Optional<Orders> orders,
        Optional<Rentals> rentals,
        Bills bills,
        FileLinks links,
        Notifications notifications) {
    /** Where nothing is remembered. */
    static Backstage forgetful(Clock clock, String mchid, Notifications notifications) {
        FileLinks links = new FileLinks(clock);
        Bills bills = new Bills(mchid, Optional.empty(), links);
        return new Backstage(Memory.none(), Optional.empty(), Optional.empty(), bills, links, notifications);
    }

    /** Where orders are. */
    static Backstage remembering(Clock clock, String mchid, Notifications notifications) {
        Numbers numbers = new Numbers();
        Ledger ledger = new Ledger(clock, numbers, new OrderNotices(notifications));
        ServiceLedger serviceLedger = new ServiceLedger(clock, numbers);
        Optional<Orders> orders = Optional.of(new Orders(ledger));
        FileLinks links = new FileLinks(clock);
        return new Backstage(
                Memory.of(ledger, serviceLedger),
                orders,
                Optional.of(new Rentals(serviceLedger, notifications)),
                new Bills(mchid, orders, links),
                links,
                notifications);
    }
}
