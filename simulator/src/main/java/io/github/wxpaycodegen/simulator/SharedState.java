package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.simulator.internal.bills.BillFiles;
import io.github.wxpaycodegen.simulator.internal.bills.FileLinks;
import io.github.wxpaycodegen.simulator.internal.gateway.SimulatorState;
import io.github.wxpaycodegen.simulator.internal.notices.NoticeDispatcher;
import io.github.wxpaycodegen.simulator.internal.notices.OrderNotices;
import io.github.wxpaycodegen.simulator.internal.orders.Ledger;
import io.github.wxpaycodegen.simulator.internal.orders.Numbers;
import io.github.wxpaycodegen.simulator.internal.orders.ServiceLedger;
import io.github.wxpaycodegen.simulator.internal.orders.StatefulOperations;
import io.github.wxpaycodegen.simulator.internal.v2.V2Payments;
import io.github.wxpaycodegen.simulator.internal.v2.V2ServiceOrders;
import io.github.wxpaycodegen.simulator.internal.v3.V3Payments;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The state of a simulator that its twins share.
 *
 * @param requests the state on which requests act
 * @param orders empty if no orders are remembered
 * @param rentals empty if no orders are remembered
 * @param requestLock held for reading while a request is handled, and for writing during a reset
 */
record SharedState(
        SimulatorState requests,
        Optional<Orders> orders,
        Optional<Rentals> rentals,
        Bills bills,
        Notifications notifications,
        ReadWriteLock requestLock) {
    /** Removes what requests and tests have left. */
    void reset() {
        orders.ifPresent(Orders::reset);
        rentals.ifPresent(Rentals::reset);
        bills.reset();
        notifications.reset();
    }

    /** Creates a state that does not remember orders. */
    static SharedState withoutOrders(Clock clock, String mchid, Notifications notifications) {
        BillFiles bills = new BillFiles(mchid, Optional.empty());
        FileLinks links = new FileLinks(clock);
        return new SharedState(
                new SimulatorState(new StatefulOperations(), bills, links),
                Optional.empty(),
                Optional.empty(),
                new Bills(bills, links),
                notifications,
                new ReentrantReadWriteLock());
    }

    /** Creates a state that remembers orders, without any yet. */
    static SharedState withOrders(Clock clock, String mchid, Notifications notifications) {
        Numbers numbers = new Numbers();
        NoticeDispatcher dispatcher = notifications.dispatcher();
        Ledger ledger = new Ledger(clock, numbers, new OrderNotices(dispatcher));
        ServiceLedger serviceLedger = new ServiceLedger(clock, numbers);
        StatefulOperations operations = new StatefulOperations();
        new V3Payments(ledger).addTo(operations);
        new V2Payments(ledger).addTo(operations);
        new V2ServiceOrders(serviceLedger).addTo(operations);
        BillFiles bills = new BillFiles(mchid, Optional.of(ledger));
        FileLinks links = new FileLinks(clock);
        return new SharedState(
                new SimulatorState(operations, bills, links),
                Optional.of(new Orders(ledger)),
                Optional.of(new Rentals(serviceLedger, dispatcher)),
                new Bills(bills, links),
                notifications,
                new ReentrantReadWriteLock());
    }
}
