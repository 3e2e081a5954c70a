package io.github.wxpaycodegen.simulator.internal.v2;

import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.simulator.internal.gateway.RequestReport;
import io.github.wxpaycodegen.simulator.internal.http.RequestHead;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The result of validating a v2 request.
 *
 * @param operation empty if there is none for the path and the method
 * @param fields the text by element name; none if the body was not reached or could not be read
 * @param algorithm the algorithm that signs the request, and so the response
 * @param undeclared the fields that the spec does not declare, which the gateway ignores
 * @param refusal why the request is rejected; empty if it is valid
 */
record V2ValidationResult(
        Optional<Operation> operation,
        Map<String, String> fields,
        V2Algorithm algorithm,
        Set<String> undeclared,
        Optional<V2Refusal> refusal) {
    static V2ValidationResult withoutOperation(V2Refusal refusal) {
        return new V2ValidationResult(Optional.empty(), Map.of(), V2Algorithm.MD5, Set.of(), Optional.of(refusal));
    }

    /** Returns the result for a request that was rejected before its fields were checked against the spec. */
    static V2ValidationResult refused(Operation operation, Map<String, String> fields, V2Refusal refusal) {
        return new V2ValidationResult(Optional.of(operation), fields, V2Algorithm.MD5, Set.of(), Optional.of(refusal));
    }

    /** Returns the report for the record of calls. */
    RequestReport report(RequestHead head, Map<String, String> responseFields) {
        // The query of a POST is not part of the message: it is neither read nor signed.
        Map<String, String> query = head.method().equals("GET") ? fields : Map.of();
        return new RequestReport(
                Map.of(), query, fields, undeclared, refusal.map(V2Refusal::text), Optional.empty(), responseFields);
    }
}
