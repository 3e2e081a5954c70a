package io.github.wxpaycodegen.simulator.internal.gateway;

import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.simulator.internal.http.Delivery;
import io.github.wxpaycodegen.simulator.internal.http.PendingRequest;
import io.github.wxpaycodegen.simulator.internal.http.RequestHandler;
import io.github.wxpaycodegen.simulator.internal.http.RequestHead;
import io.github.wxpaycodegen.simulator.internal.http.Response;
import io.github.wxpaycodegen.simulator.internal.keys.V3Caller;
import io.github.wxpaycodegen.simulator.internal.specs.Operations;
import io.github.wxpaycodegen.simulator.internal.specs.Route;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.Lock;

/** Passes each request to the gateway of its protocol, and records it. */
public final class Gateway implements RequestHandler {
    private final Operations operations;
    private final ProtocolGateway v2;
    private final ProtocolGateway v3;
    private final ProtocolGateway brand;
    private final BehaviorQueue behaviors;
    private final Recorder recorder;
    private final Lock lock;

    /** Records requests. */
    @FunctionalInterface
    public interface Recorder {
        /**
         * Records a request before its response is sent.
         *
         * @param status the status of the response; empty if the connection is closed instead
         */
        void record(ReceivedRequest request, RequestReport report, OptionalInt status);
    }

    /**
     * Creates a gateway.
     *
     * @param brand called below {@code /brand/}
     * @param behaviors the behaviors of upcoming requests
     * @param recorder called with each request
     * @param lock held while the behavior of a request is chosen, and while the request is handled and recorded, but
     *     not while its body is received or its response is delivered
     */
    public Gateway(
            Operations operations,
            ProtocolGateway v2,
            ProtocolGateway v3,
            ProtocolGateway brand,
            BehaviorQueue behaviors,
            Recorder recorder,
            Lock lock) {
        this.operations = operations;
        this.v2 = v2;
        this.v3 = v3;
        this.brand = brand;
        this.behaviors = behaviors;
        this.recorder = recorder;
        this.lock = lock;
    }

    @Override
    public PendingRequest begin(RequestHead head) {
        Optional<Route> route = operations.route(head.path());
        lock.lock();
        try {
            ScriptedBehavior behavior = route.map(behaviors::take).orElse(ScriptedBehavior.USUAL);
            return new Pending(head, route, behavior, behaviors.clearings());
        } finally {
            lock.unlock();
        }
    }

    /** A request whose body has not been handled yet. */
    private final class Pending implements PendingRequest {
        private final RequestHead head;
        private final Optional<Route> route;
        private final long clearings;
        private ScriptedBehavior behavior;

        Pending(RequestHead head, Optional<Route> route, ScriptedBehavior behavior, long clearings) {
            this.head = head;
            this.route = route;
            this.behavior = behavior;
            this.clearings = clearings;
        }

        @Override
        public Drop drop() {
            return behavior.drop();
        }

        @Override
        public Delivery delivery() {
            return behavior.delivery();
        }

        @Override
        public Response respond(byte[] body, Optional<X509Certificate> clientCertificate) {
            ReceivedRequest request = new ReceivedRequest(head, route, body, clientCertificate);
            lock.lock();
            try {
                if (behaviors.clearings() != clearings) {
                    // The simulator was reset while the body arrived, so this request comes after the reset.
                    behavior = ScriptedBehavior.USUAL;
                }
                HandledRequest handled = gateway(request).handle(request, behavior);
                Response response = behavior.replace(handled.response());
                recorder.record(
                        request,
                        handled.report(),
                        drop() == Drop.NEVER ? OptionalInt.of(response.status()) : OptionalInt.empty());
                return response;
            } finally {
                lock.unlock();
            }
        }
    }

    private ProtocolGateway gateway(ReceivedRequest request) {
        if (V3Caller.isBrandPath(request.head().path())) {
            return brand;
        }
        return isV3(request) ? v3 : v2;
    }

    /** Uses the protocol of the spec; for unknown paths, guesses it from the prefix. */
    private static boolean isV3(ReceivedRequest request) {
        return request.route()
                .map(route -> route.endpoint().protocol() == Protocol.V3)
                .orElseGet(() -> request.head().path().startsWith("/v3/"));
    }
}
