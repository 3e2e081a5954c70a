package io.github.wxpaycodegen.gradle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.gradle.launcher.Main;
import org.gradle.launcher.bootstrap.ExecutionCompleter;

/**
 * Program that runs builds of Gradle in its own process, one for each line of its input: the arguments, separated by tabs.
 * Gradle's program exits after one build, and most of the time of a build is that of its start.
 */
final class GradleBuilds {
    static final String SUCCEEDED = "=== succeeded";
    static final String FAILED = "=== failed";

    private GradleBuilds() {}

    public static void main(String[] args) throws IOException {
        // Taken first, because Gradle replaces them.
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = System.out;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            new Build(out).run(line.split("\t", -1));
        }
        // Gradle leaves threads behind.
        System.exit(0);
    }

    /** Gradle's program, which prints the result of the build instead of exiting. */
    private static final class Build extends Main {
        private final PrintStream out;

        Build(PrintStream out) {
            this.out = out;
        }

        @Override
        protected ExecutionCompleter createCompleter() {
            return new ExecutionCompleter() {
                @Override
                public void complete() {
                    out.println(SUCCEEDED);
                }

                @Override
                public void completeWithFailure(Throwable failure) {
                    out.println(FAILED);
                }
            };
        }
    }
}
