package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.runtime.message.SignType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the checks of a request found.
 *
 * @param fields the text by element name; empty where the checks did not come to the body, or it could not be read
 * @param signType what the request is signed with, and so the answer
 * @param undeclared the fields that the spec does not have, which the gateway ignores
 */
record V2Verdict(Map<String, String> fields, SignType signType, Set<String> undeclared, Optional<V2Refusal> refusal) {
    /** Refused before the body was understood. */
    static V2Verdict unread(V2Refusal refusal) {
        return new V2Verdict(Map.of(), SignType.MD5, Set.of(), Optional.of(refusal));
    }

    /** Refused by what its fields are. */
    static V2Verdict refused(Map<String, String> fields, V2Refusal refusal) {
        return new V2Verdict(fields, SignType.MD5, Set.of(), Optional.of(refusal));
    }
}
