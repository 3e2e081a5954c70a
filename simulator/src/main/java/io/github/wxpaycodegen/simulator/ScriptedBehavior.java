package io.github.wxpaycodegen.simulator;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Hooks that change one exchange. By default none changes anything. */
abstract class ScriptedBehavior {
    /** Changes nothing. */
    static final ScriptedBehavior USUAL = new ScriptedBehavior() {};

    /**
     * An error to respond with instead of performing the operation.
     *
     * @param status the HTTP status; v2 always responds with 200
     */
    record Failure(int status, String code, String message) {}

    /** Returns where the connection breaks. */
    PendingRequest.Drop drop() {
        return PendingRequest.Drop.NEVER;
    }

    /** Returns how the response is delivered. */
    Delivery delivery() {
        return Delivery.PROMPT;
    }

    /** Returns the error of a v2 response with {@code result_code} FAIL. */
    Optional<Failure> v2Failure() {
        return Optional.empty();
    }

    /** Returns the error of a v3 response. */
    Optional<Failure> v3Failure() {
        return Optional.empty();
    }

    /** Edits the fields of a v2 response before they are signed. */
    void beforeSigning(Map<String, String> fields) {}

    /** Returns whether a v2 response is signed with another algorithm than its request. */
    boolean usesOtherAlgorithm() {
        return false;
    }

    /** Edits the fields of a v2 response, and their signature. */
    void afterSigning(Map<String, String> fields) {}

    /** Edits the body of a v3 response before it is signed. */
    void beforeSigning(ObjectNode document) {}

    /** Edits the body of a v3 response after it was signed. */
    void afterSigning(ObjectNode document) {}

    /** Edits the headers of a v3 response, which hold its signature. */
    void editHeaders(Map<String, String> headers) {}

    /** Returns how far the platform's clock is ahead in v3. */
    Duration clockSkew() {
        return Duration.ZERO;
    }

    /** Returns the response to send instead of the usual one. */
    Response replace(Response usual) {
        return usual;
    }
}
