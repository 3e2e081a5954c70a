package io.github.wxpaycodegen.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The calls so far, oldest first. */
final class CallLog {
    private final List<RecordedCall> calls = new ArrayList<>();

    synchronized void add(RecordedCall call) {
        calls.add(call);
        notifyAll();
    }

    synchronized List<RecordedCall> all() {
        return List.copyOf(calls);
    }

    /** The first call to the path, waited for if it has not come yet; empty if it does not come in time. */
    synchronized Optional<RecordedCall> await(String path, Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        Optional<RecordedCall> call = first(path);
        for (long left = timeout.toMillis();
                call.isEmpty() && left > 0;
                left = (deadline - System.nanoTime()) / 1_000_000) {
            wait(left);
            call = first(path);
        }
        return call;
    }

    private Optional<RecordedCall> first(String path) {
        return calls.stream().filter(call -> call.path().equals(path)).findFirst();
    }
}
