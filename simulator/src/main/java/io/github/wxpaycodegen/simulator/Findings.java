package io.github.wxpaycodegen.simulator;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was found in a request, and what was answered, as a test compares it: text by field, decoded and decrypted.
 *
 * @param path the values of template segments
 * @param query the fields of the query
 * @param fields the fields of the body
 * @param undeclared the fields that the spec does not have, which the gateway ignores
 * @param refusal why the request was refused, in one line
 * @param answered the fields of the answer, before a programmed behaviour changed them
 */
record Findings(
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> fields,
        Set<String> undeclared,
        Optional<String> refusal,
        Map<String, String> answered) {
    /** Of a request that led nowhere. */
    static Findings refused(String refusal) {
        return new Findings(Map.of(), Map.of(), Map.of(), Set.of(), Optional.of(refusal), Map.of());
    }
}
