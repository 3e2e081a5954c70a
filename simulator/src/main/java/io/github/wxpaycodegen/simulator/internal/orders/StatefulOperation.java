package io.github.wxpaycodegen.simulator.internal.orders;

import java.util.Map;

/** An operation on stored orders. Other operations echo the request. */
@FunctionalInterface
public interface StatefulOperation {
    /**
     * Performs the operation.
     *
     * @param request the fields of path, query and body by their path, decoded and decrypted
     * @return the fields of the response by their path; fields that the spec does not declare are omitted
     * @throws ProblemException if the stored orders do not allow it
     */
    Map<String, String> apply(Map<String, String> request) throws ProblemException;
}
