package io.github.wxpaycodegen.simulator.internal.orders;

import java.util.Map;

/** An operation that the simulator does on what it remembers, instead of echoing the request. */
@FunctionalInterface
public interface StatefulOperation {
    /**
     * Does it.
     *
     * @param request the fields of path, query and body by their path, decoded and decrypted
     * @return the fields of the answer by their path: what the answer's spec does not have is not answered, and what is
     *     not here is not either
     */
    Map<String, String> apply(Map<String, String> request) throws ProblemException;
}
