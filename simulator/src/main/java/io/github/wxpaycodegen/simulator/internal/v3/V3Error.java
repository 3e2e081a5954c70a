package io.github.wxpaycodegen.simulator.internal.v3;

import io.github.wxpaycodegen.simulator.internal.gateway.ScriptedBehavior;
import io.github.wxpaycodegen.simulator.internal.orders.Problem;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.values.ObjectNode;

/**
 * The reason why the gateway rejects a v3 request.
 *
 * @param detail the field and the error; empty if there are no details
 */
public record V3Error(int status, String code, String message, ObjectNode detail) {
    /** Returns an error without details. */
    public static V3Error of(int status, String code, String message) {
        return new V3Error(status, code, message, new ObjectNode());
    }

    /** Returns the error for a problem with stored orders. */
    public static V3Error of(Problem problem) {
        return of(problem.status(), problem.v3Code(), problem.description());
    }

    /** Returns the error for a call that the stored orders do not allow. */
    static V3Error of(ProblemException e) {
        return of(e.problem().status(), e.problem().v3Code(), e.description());
    }

    /** Returns the error for a scripted behavior. */
    public static V3Error of(ScriptedBehavior.Failure failure) {
        return of(failure.status(), failure.code(), failure.message());
    }

    /** Returns the error for a caller that is unknown or could not be authenticated. */
    static V3Error signError(String message, ObjectNode detail) {
        return new V3Error(401, "SIGN_ERROR", message, detail);
    }

    static V3Error paramError(String message, ObjectNode detail) {
        return new V3Error(400, "PARAM_ERROR", message, detail);
    }

    /** Returns the body of the response. */
    public ObjectNode document() {
        ObjectNode document = new ObjectNode();
        document.put("code", code).put("message", message);
        if (!detail.isEmpty()) {
            document.set("detail", detail);
        }
        return document;
    }

    /** Returns the reason in one line, for the record of calls. */
    String text() {
        return status + " " + code + ": " + message;
    }
}
