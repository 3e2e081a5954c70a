package io.github.wxpaycodegen.micrometer;

import io.github.wxpaycodegen.runtime.CallAttempt;
import io.github.wxpaycodegen.runtime.CallEnd;
import io.github.wxpaycodegen.runtime.CallInfo;
import io.github.wxpaycodegen.runtime.CallListener;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Creates an observation of each call, which handlers turn into timers and spans:
 *
 * <pre>{@code
 * WxPayConfig.builder().listener(new CallObservations(registry));
 * }</pre>
 *
 * <p>Its name is {@code wxpay.client.calls}; see {@link DefaultCallConvention} for its key values. Its parent is the
 * observation of the thread that makes the call. Each attempt is the event {@code attempt}, and a failed call has a
 * {@link CallFailure} as its error. Nothing of it is sent to WeChat Pay. One listener may serve any number of clients.
 * Thread-safe.
 */
public final class CallObservations implements CallListener {
    private static final String ATTEMPT = "attempt";

    private final ObservationRegistry registry;
    private final @Nullable CallConvention convention;
    private final CallConvention defaultConvention = new DefaultCallConvention();
    private final Map<CallInfo, Observation> underWay = new ConcurrentHashMap<>();

    /**
     * Creates a listener that uses the {@link DefaultCallConvention}, or a global convention of the registry that
     * supports calls.
     */
    public CallObservations(ObservationRegistry registry) {
        this(registry, null);
    }

    /**
     * Creates a listener that uses a convention.
     *
     * @param convention null for the default
     */
    public CallObservations(ObservationRegistry registry, @Nullable CallConvention convention) {
        this.registry = registry;
        this.convention = convention;
    }

    @Override
    public void onStart(CallInfo call) {
        Observation observation =
                Observation.createNotStarted(convention, defaultConvention, () -> new CallContext(call), registry);
        if (!observation.isNoop()) {
            underWay.put(call, observation.start());
        }
    }

    @Override
    public void onAttempt(CallAttempt attempt) {
        Observation observation = underWay.get(attempt.call());
        if (observation != null) {
            observation.event(Observation.Event.of(ATTEMPT, "attempt " + attempt.number() + " at " + attempt.host()));
        }
    }

    @Override
    public void onEnd(CallEnd end) {
        Observation observation = underWay.remove(end.call());
        if (observation == null) {
            return;
        }
        ((CallContext) observation.getContext()).end(end);
        if (!end.isSuccess()) {
            observation.error(new CallFailure(end));
        }
        observation.stop();
    }
}
