package io.github.wxpaycodegen.maven;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The directories into which the executions of one project generate: each its own. */
final class ExecutionDirectories {
    /** What an execution is called that nobody gave an id, in a POM and on the command line: one client, one directory. */
    private static final Set<String> UNNAMED = Set.of("default", "default-cli");

    private ExecutionDirectories() {}

    /** The last part of the default directory of an execution. */
    static String name(String execution) {
        return UNNAMED.contains(execution) ? "wxpay" : "wxpay-" + execution;
    }

    /**
     * Notes that an execution generates into a directory.
     *
     * @param context what executions of the plugin share within a project and a build
     * @param identity of what is generated; the same may be generated twice, in a build that runs a phase twice
     * @return the execution that generates something else there
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
