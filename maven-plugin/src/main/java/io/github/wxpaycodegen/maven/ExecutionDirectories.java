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
        Claim claim = new Claim(execution, identity);
        Object first = context.putIfAbsent("wxpay.directory " + directory, claim);
        return first instanceof Claim other && !other.identity().equals(identity)
                ? Optional.of(other.execution())
                : Optional.empty();
    }

    private record Claim(String execution, String identity) {}
}
