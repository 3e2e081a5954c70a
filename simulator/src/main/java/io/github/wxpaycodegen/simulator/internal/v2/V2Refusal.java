package io.github.wxpaycodegen.simulator.internal.v2;

import io.github.wxpaycodegen.simulator.internal.gateway.ScriptedBehavior;
import io.github.wxpaycodegen.simulator.internal.orders.Problem;

/** Why the gateway does not do what it was asked to. */
sealed interface V2Refusal {
    /** The web server in front of the gateway refuses the request with a page. */
    record Http(int status, String title) implements V2Refusal {
        @Override
        public String text() {
            return status + " " + title;
        }
    }

    /** The gateway does not take the call: {@code return_code} FAIL, unsigned. */
    record Protocol(String returnMsg) implements V2Refusal {
        @Override
        public String text() {
            return returnMsg;
        }
    }

    /** The gateway takes the call and does not do it: {@code result_code} FAIL, signed. */
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

    /** In one line, for whoever reads the record of a call. */
    String text();
}
