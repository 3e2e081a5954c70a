package io.github.wxpaycodegen.simulator.internal.gateway;

import io.github.wxpaycodegen.simulator.internal.http.Delivery;
import io.github.wxpaycodegen.simulator.internal.http.PendingRequest;
import io.github.wxpaycodegen.simulator.internal.http.Response;
import io.github.wxpaycodegen.simulator.internal.values.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Hooks that change one exchange. By default none changes anything. */
public abstract class ScriptedBehavior {
    /** Changes nothing. */
    public static final ScriptedBehavior USUAL = new ScriptedBehavior() {};

    /**
     * An error to respond with instead of performing the operation.
     *
     * @param status the HTTP status; v2 always responds with 200
     */
    public record Failure(int status, String code, String message) {}

    /** Returns where the connection breaks. */
    public PendingRequest.Drop drop() {
        return PendingRequest.Drop.NEVER;
    }

    /** Returns how the response is delivered. */
    public Delivery delivery() {
        return Delivery.PROMPT;
    }

    /** Returns the error of a v2 response with {@code result_code} FAIL. */
    public Optional<Failure> v2Failure() {
        return Optional.empty();
    }

    /** Returns the error of a v3 response. */
    public Optional<Failure> v3Failure() {
        return Optional.empty();
    }

    /** Edits the fields of a v2 response before they are signed. */
    public void beforeSigning(Map<String, String> fields) {}

    /** Returns true if a v2 response is signed with another algorithm than its request. */
    public boolean usesOtherAlgorithm() {
        return false;
    }

    /** Edits the fields of a v2 response, and their signature. */
    public void afterSigning(Map<String, String> fields) {}

    /** Edits the body of a v3 response before it is signed. */
    public void beforeSigning(ObjectNode document) {}

    /** Edits the body of a v3 response after it was signed. */
    public void afterSigning(ObjectNode document) {}

    /** Edits the headers of a v3 response, which contain its signature. */
    public void editHeaders(Map<String, String> headers) {}

    /** Returns how far the platform's clock is ahead in v3. */
    public Duration clockSkew() {
        return Duration.ZERO;
    }

    /** Returns the response to send instead of the default one. */
    public Response replace(Response usual) {
        return usual;
    }
}
