package io.github.wxpaycodegen.runtime;

import java.util.ArrayList;
import java.util.List;

/** Keeps the events of calls, in the order in which they came. */
public final class CallEvents implements CallListener {
    private final List<Object> all = new ArrayList<>();

    @Override
    public synchronized void onStart(CallInfo call) {
        all.add(call);
    }

    @Override
    public synchronized void onAttempt(CallAttempt attempt) {
        all.add(attempt);
    }

    @Override
    public synchronized void onEnd(CallEnd end) {
        all.add(end);
    }

    public synchronized List<Object> all() {
        return List.copyOf(all);
    }

    /** The events by the names of their classes. */
    public List<String> kinds() {
        return all().stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    public List<CallAttempt> attempts() {
        return events(CallAttempt.class);
    }

    /** The end, which must be one. */
    public CallEnd end() {
        List<CallEnd> ends = events(CallEnd.class);
        if (ends.size() != 1) {
            throw new AssertionError("ends: " + ends);
        }
        return ends.get(0);
    }

    public <T> List<T> events(Class<T> type) {
        return all().stream().filter(type::isInstance).map(type::cast).toList();
    }
}
