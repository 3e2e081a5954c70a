package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.simulator.internal.bills.BillFiles;
import io.github.wxpaycodegen.simulator.internal.bills.FileLinks;
import io.github.wxpaycodegen.simulator.internal.gateway.SimulatorState;
import io.github.wxpaycodegen.simulator.internal.orders.StatefulOperations;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The state of a simulator that its twins share.
 *
 * @param requests the state on which requests act
 * @param remembered empty if nothing is remembered
 * @param requestLock held for reading while a request is handled, and for writing during a reset
 */
record SharedState(
        SimulatorState requests,
        Optional<Remembered> remembered,
        Bills bills,
        Notifications notifications,
        ReadWriteLock requestLock) {
    /** Removes what requests and tests have left. */
    void reset() {
        remembered.ifPresent(Remembered::reset);
        bills.reset();
        notifications.reset();
    }

    /** Creates a state that does not remember orders. */
    static SharedState withoutOrders(Clock clock, String mchid, Notifications notifications) {
        BillFiles bills = new BillFiles(mchid, Optional.empty());
        return of(clock, new StatefulOperations(), bills, Optional.empty(), notifications);
    }

    /** Creates a state that remembers orders, without any yet. */
    static SharedState withOrders(Clock clock, String mchid, Notifications notifications) {
        Remembered remembered = Remembered.nothing(clock, mchid, notifications.dispatcher());
        return of(clock, remembered.operations(), remembered.bills(mchid), Optional.of(remembered), notifications);
    }

    private static SharedState of(
            Clock clock,
            StatefulOperations operations,
            BillFiles bills,
            Optional<Remembered> remembered,
            Notifications notifications) {
        FileLinks links = new FileLinks(clock);
        return new SharedState(
                new SimulatorState(operations, bills, links),
                remembered,
                new Bills(bills, links),
                notifications,
                new ReentrantReadWriteLock());
    }
}
