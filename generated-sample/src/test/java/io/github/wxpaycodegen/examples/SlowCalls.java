package io.github.wxpaycodegen.examples;

import io.github.wxpaycodegen.runtime.CallAttempt;
import io.github.wxpaycodegen.runtime.CallEnd;
import io.github.wxpaycodegen.runtime.CallListener;
import java.time.Duration;
import java.util.function.Consumer;

/** Writes a line about each attempt that failed, and about each call that took long. */
final class SlowCalls implements CallListener {
    private final Duration limit;
    private final Consumer<String> log;

    SlowCalls(Duration limit, Consumer<String> log) {
        this.limit = limit;
        this.log = log;
    }

    @Override
    public void onAttempt(CallAttempt attempt) {
        if (attempt.outcome() != null) {
            log.accept(attempt.toString());
        }
    }

    @Override
    public void onEnd(CallEnd end) {
        if (end.duration().compareTo(limit) > 0) {
            log.accept(end + " (" + end.call().title() + ")");
        }
    }
}
