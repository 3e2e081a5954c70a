package io.github.wxpaycodegen.maven;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The output directories of the executions of a project; each execution has its own. */
final class ExecutionDirectories {
    /** Ids of an execution that has none, in a POM and on the command line: both generate the same client. */
    private static final Set<String> UNNAMED = Set.of("default", "default-cli");

    private ExecutionDirectories() {}

    /** Returns the last part of the default directory of an execution. */
    static String name(String execution) {
        return UNNAMED.contains(execution) ? "wxpay" : "wxpay-" + execution;
    }

    /**
     * Claims a directory for an execution.
     *
     * @param context the values that executions of the plugin share within a project and a build
     * @param identity identifies the generated client; the same one may be generated twice, if a build runs a phase
     *     twice
     * @return another execution that generates a different client there
     */
    static Optional<String> claim(Map<Object, Object> context, Path directory, String execution, String identity) {
        return claim(context, "directory " + directory, execution, identity);
    }

    /**
     * Claims the index of the operations for an execution. It has a fixed path in the jar, so there can be only one.
     *
     * @return another execution whose client has the index
     * @see #claim(Map, Path, String, String)
     */
    static Optional<String> claimIndex(Map<Object, Object> context, String execution, String identity) {
        return claim(context, "index", execution, identity);
    }

    private static Optional<String> claim(
            Map<Object, Object> context, String thing, String execution, String identity) {
        Object first = context.putIfAbsent("wxpay." + thing, new Claim(execution, identity));
        return first instanceof Claim other && !other.identity().equals(identity)
                ? Optional.of(other.execution())
                : Optional.empty();
    }

    private record Claim(String execution, String identity) {}
}
