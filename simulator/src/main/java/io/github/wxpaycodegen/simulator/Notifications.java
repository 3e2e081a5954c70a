package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.simulator.internal.notices.NoticeDispatcher;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The notifications that the simulator sends: on demand, and on its own for the orders that it remembers. Returned by
 * {@link Simulator#notifications()}.
 *
 * <p>They are delivered in the background by POST. A notification that is not accepted within five seconds (v3: status
 * 200 or 204; v2: XML with {@code SUCCESS}) is sent again up to 15 times, first after 15 seconds and last after six
 * hours, with the same id and body and a new signature. {@link SimulatorBuilder#notificationTimeout} sets other limits
 * than the five seconds, and {@link SimulatorBuilder#notificationSpeed} shortens the waits.
 *
 * <p>Nothing is sent to another machine unless {@link SimulatorBuilder#notifyHosts} names it. For an order with another
 * {@code notify_url}, there is an attempt with that {@linkplain NotificationAttempt#problem() problem}.
 */
public final class Notifications {
    private final NoticeDispatcher dispatcher;
    private final History<NotificationAttempt> log;

    Notifications(NoticeDispatcher dispatcher, History<NotificationAttempt> log) {
        this.dispatcher = dispatcher;
        this.log = log;
    }

    /**
     * Sends a notification.
     *
     * @return its id, which its {@link #attempts()} have
     * @throws IllegalArgumentException if the notification has no spec, if the spec does not declare a field of the
     *     notification, or if the URL is on another machine: {@link SimulatorBuilder#notifyHosts}
     */
    public String send(URI url, Notice notice) {
        return dispatcher.send(
                Arguments.required(url, "url"),
                Arguments.required(notice, "notice").draft());
    }

    /**
     * Makes the next automatic notification faulty whose protocol has this fault. Several faults are used in order, one
     * per notification.
     */
    public void spoilNext(NoticeFault fault) {
        dispatcher.spoilNext(Arguments.required(fault, "fault").flaw());
    }

    /**
     * Returns the delivery attempts that have ended, oldest first.
     *
     * @throws IllegalStateException if there were more than are kept: {@link SimulatorBuilder#history}
     */
    public List<NotificationAttempt> attempts() {
        return log.all();
    }

    /** Returns the newest delivery attempts that have ended, oldest first, as far as they are kept. */
    public List<NotificationAttempt> latestAttempts() {
        return log.latest();
    }

    /** Returns the attempts that have not ended: those without a response, then those that follow later. */
    public List<PendingNotification> pending() {
        return dispatcher.pending().stream().map(PendingNotification::new).toList();
    }

    /** Returns the ids of all notifications that can be sent, such as {@code TRANSACTION.SUCCESS}, in their order. */
    public Set<String> names() {
        return dispatcher.ids();
    }

    /**
     * Returns the oldest matching attempt, and waits for one if there is none.
     *
     * @return empty if none arrives in time
     * @throws IllegalArgumentException if the timeout is negative, or longer than 365 days
     * @throws IllegalStateException if none arrives in time, and an earlier one may have been dropped: {@link
     *     SimulatorBuilder#history}
     */
    public Optional<NotificationAttempt> await(Predicate<NotificationAttempt> fits, Duration timeout)
            throws InterruptedException {
        return log.await(Arguments.required(fits, "fits"), Arguments.duration(timeout, "timeout"));
    }

    void reset() {
        dispatcher.reset(log::clear);
    }

    NoticeDispatcher dispatcher() {
        return dispatcher;
    }
}
