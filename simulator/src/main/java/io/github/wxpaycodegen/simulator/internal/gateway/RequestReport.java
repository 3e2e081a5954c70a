package io.github.wxpaycodegen.simulator.internal.gateway;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The result of checking a request, and its response, in the form in which tests compare them: text by field, decoded
 * and decrypted.
 *
 * @param path the values of template segments
 * @param query the fields of the query
 * @param fields the fields of the body
 * @param undeclared the fields that the spec does not declare, which the gateway ignores
 * @param refusal why the request was rejected, in one line
 * @param error the error that was reported for a valid request, in one line
 * @param responseFields the fields of the response, before a scripted behavior changed them
 */
public record RequestReport(
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> fields,
        Set<String> undeclared,
        Optional<String> refusal,
        Optional<String> error,
        Map<String, String> responseFields) {
    /** Returns the report with the error of an operation that was not performed, unless the request was rejected. */
    public RequestReport withError(String text) {
        return refusal.isPresent()
                ? this
                : new RequestReport(path, query, fields, undeclared, refusal, Optional.of(text), responseFields);
    }
}
