package io.github.wxpaycodegen.simulator.internal.v2;

import io.github.wxpaycodegen.simulator.internal.gateway.ScriptedBehavior;
import io.github.wxpaycodegen.simulator.internal.orders.Problem;

/** The reason why the gateway rejects a v2 request. */
sealed interface V2Refusal {
    /** The web server in front of the gateway rejects the request with an HTML page. */
    record Http(int status, String title) implements V2Refusal {
        @Override
        public String text() {
            return status + " " + title;
        }
    }

    /** The gateway rejects the message: {@code return_code} FAIL, unsigned. */
    record Protocol(String returnMsg) implements V2Refusal {
        @Override
        public String text() {
            return returnMsg;
        }
    }

    /** The gateway does not perform the operation: {@code result_code} FAIL, signed. */
    record Business(String code, String description) implements V2Refusal {
        static Business of(Problem problem) {
            return new Business(problem.v2Code(), problem.description());
        }

        static Business of(ScriptedBehavior.Failure failure) {
            return new Business(failure.code(), failure.message());
        }

        @Override
        public String text() {
            return code + ": " + description;
        }
    }

    /** Returns the reason in one line, for the record of calls. */
    String text();
}
