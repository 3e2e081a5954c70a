package io.github.wxpaycodegen.gradle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Builds of Gradle: a project with the scripts of the guide, which finds the plugin in a repository by its id. */
@Timeout(300)
@EnabledForJreRange(max = JRE.JAVA_21, disabledReason = "Gradle 8.5 needs Java 21 or older")
class GradleBuildTest {
    private static final Path GUIDE = Path.of("../docs/guide/gradle.md");
    private static final Path WORK = Path.of(System.getProperty("test.work"));
    private static final String VERSION = System.getProperty("test.version");

    /** Builds are costly to start, so this one test makes all of them. */
    @Test
    void buildsWithTheScriptsOfTheGuide() throws Exception {
        Path project = WORK.resolve("shop");
        delete(project);
        delete(WORK.resolve("home"));
        copy(Path.of("src/test/projects/shop"), project);
        TestRepository ours = TestRepository.create(WORK.resolve("repository"), VERSION);
        writeScripts(project, ours);
        GradleInstallation gradle = GradleInstallation.create(WORK.resolve("lib"), System.getProperty("test.gradle"));

        try (Builds builds = new Builds(gradle.start(project))) {
            assertThat(builds.succeed("compileJava", "processResources"))
                    .contains("> Task :generateWxpay\n", "> Task :generateHkWxpay\n", "> Task :compileJava\n")
                    .contains("v2/pay/late.yml is not read: the name of a spec must end in .yaml")
                    .contains(
                            "v2/pay/forgotten.yaml is one of the project's own specs, but includes or excludes omit it")
                    .contains("Configuration cache entry stored.");
            assertThat(project.resolve("build/classes/java/main/com/example/Caller.class"))
                    .exists();
            assertThat(project.resolve("build/resources/main/META-INF/wxpay/operations.json"))
                    .exists();

            assertThat(builds.succeed("compileJava", "processResources"))
                    .contains("> Task :generateWxpay UP-TO-DATE", "> Task :compileJava UP-TO-DATE")
                    .contains("Configuration cache entry reused.");

            delete(project.resolve("build"));
            assertThat(builds.succeed("compileJava", "processResources"))
                    .contains("> Task :generateWxpay FROM-CACHE", "> Task :compileJava FROM-CACHE");
            assertThat(project.resolve("build/generated/sources/wxpay/com/example/pay/v2/pay"))
                    .exists();

            assertThat(builds.fail("check"))
                    .contains("warning[WX615]: the operation `冻结订单` does not link to its official page")
                    .contains("the specs have findings of the severity warning or worse, see above")
                    .doesNotContain("WX611");
            assertThat(project.resolve("build/wxpay.sarif")).content().contains("\"WX615\"");

            Path spec = project.resolve("src/main/wxpay/v2/pay/holdorder.yaml");
            Files.writeString(spec, Files.readString(spec).replaceFirst("required: true", "requird: true"));
            assertThat(builds.fail("compileJava", "processResources"))
                    .contains("Wxpay FAILED")
                    .contains("error[WX101]: unknown key `requird` in the field `appid`")
                    .contains("there is 1 error in the specs")
                    .contains("Configuration cache entry reused.");
        }
    }

    /** Writes the scripts of the guide, with the repositories that the tests have. */
    private static void writeScripts(Path project, TestRepository ours) throws IOException {
        String local =
                Path.of(System.getProperty("test.localRepository")).toUri().toString();
        String repositories = "maven { url = uri(\"" + ours.uri() + "\") }\n" + "maven {\n url = uri(\"" + local
                + "\")\n content { excludeGroupByRegex(\"io.github.wxpaycodegen.*\") }\n}";
        for (String script : List.of("settings.gradle", "build.gradle")) {
            String text = blocks(script + ".kts")
                    .replace("gradlePluginPortal()", "")
                    // An operation of the project's own specs.
                    .replace("\"v2/wxv/**\", \"not", "\"v2/wxv/**\", \"v2/pay/holdorder\", \"not")
                    .replace("mavenCentral()", repositories)
                    .replaceAll("(version \"|:wxpay-runtime:)[^\"]+", "$1" + VERSION);
            Files.writeString(project.resolve(script), text);
        }
        // This Gradle has no incremental compiler.
        Files.writeString(
                project.resolve("build.gradle"),
                "\ntasks.compileJava { options.incremental = false }\n",
                StandardOpenOption.APPEND);
    }

    private static String blocks(String script) throws IOException {
        return Pattern.compile("<!-- " + Pattern.quote(script) + " -->\n```kotlin\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(GUIDE))
                .results()
                .map(MatchResult::group)
                .map(block -> block.substring(block.indexOf("kotlin\n") + 7, block.length() - 3))
                .collect(Collectors.joining("\n"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        } else {
            Files.createDirectories(folder.getParent());
        }
    }

    /** The running program, to which builds are given one after the other. */
    private static final class Builds implements AutoCloseable {
        private final Process process;
        private final Writer in;
        private final BufferedReader out;

        Builds(Process process) {
            this.process = process;
            in = process.outputWriter(StandardCharsets.UTF_8);
            out = process.inputReader(StandardCharsets.UTF_8);
        }

        String succeed(String... tasks) throws IOException {
            return run(GradleBuilds.SUCCEEDED, tasks);
        }

        String fail(String... tasks) throws IOException {
            return run(GradleBuilds.FAILED, tasks);
        }

        private String run(String expected, String... tasks) throws IOException {
            List<String> arguments = new ArrayList<>(List.of(tasks));
            arguments.addAll(List.of("--offline", "--no-daemon", "--console=plain"));
            arguments.addAll(List.of("--configuration-cache", "--build-cache"));
            arguments.addAll(List.of("-g", WORK.resolve("home").toString()));
            in.write(String.join("\t", arguments) + "\n");
            in.flush();
            StringBuilder log = new StringBuilder();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.equals(GradleBuilds.SUCCEEDED) || line.equals(GradleBuilds.FAILED)) {
                    assertThat(line).as(log.toString()).isEqualTo(expected);
                    return log.toString();
                }
                log.append(line).append('\n');
            }
            throw new AssertionError("Gradle ended\n" + log);
        }

        @Override
        public void close() {
            process.destroyForcibly();
            try {
                in.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
