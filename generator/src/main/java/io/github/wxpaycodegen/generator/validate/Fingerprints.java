package io.github.wxpaycodegen.generator.validate;

import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.hash.Sha256;
import java.util.HashMap;
import java.util.Map;

/**
 * Identities of findings within a report. They do not depend on lines, so that a finding remains the same when the text
 * above it changes.
 */
final class Fingerprints {
    private final Map<String, Integer> occurrences = new HashMap<>();

    /** Returns what a finding is, wherever it is in its file. */
    static String identity(Diagnostic diagnostic) {
        return diagnostic.code().id() + " " + diagnostic.span().file() + " " + diagnostic.message();
    }

    /** Returns the identity of the next finding in hex; those of equal findings differ. */
    String next(Diagnostic diagnostic) {
        String identity = identity(diagnostic);
        int occurrence = occurrences.merge(identity, 1, Integer::sum);
        return Sha256.hex(identity + " " + occurrence);
    }
}
