package io.github.wxpaycodegen.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
class ValidateMojoTest {
    @TempDir
    private Path root;

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final ValidateMojo mojo = new ValidateMojo();

    @BeforeEach
    void configure() {
        mojo.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence content) {
                lines.add(content.toString());
            }

            @Override
            public void warn(CharSequence content) {
                lines.add("[WARNING] " + content);
            }

            @Override
            public void error(CharSequence content) {
                lines.add("[ERROR] " + content);
            }
        });
        set("basedir", root.toFile());
        set("executionRoot", root.toFile());
        set("failOn", "error");
    }

    @Test
    void projectNeedsNoSpecs() throws Exception {
        mojo.execute();

        assertThat(lines).singleElement().asString().startsWith("the project has no specs of its own in ");
    }

    @Test
    void wrongSettingsAreReported() {
        set("failOn", "off");
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("failOn cannot be off");
        set("failOn", "never");
        assertThatThrownBy(mojo::execute).hasMessageStartingWith("`never` is not a severity");
        set("failOn", "error");
        set("specDirectory", new File(root.toFile(), "nix"));
        assertThatThrownBy(mojo::execute).hasMessageStartingWith("specDirectory is not a directory: ");
    }

    @Test
    void logsFindingsAtTheirSeverity() throws Exception {
        Path folder = Files.createDirectories(root.resolve("src/main/wxpay/v2/mine"));
        write(folder.resolve("a.yaml"), "a: {type: string, title: t}");
        Files.writeString(folder.resolve("b.yml"), "");
        mojo.execute();
        assertThat(lines)
                .contains(
                        "[WARNING] v2/mine/b.yml is not read: the name of a spec must end in .yaml",
                        "[WARNING] warning[WX611]: the length of `a` is unknown",
                        "[WARNING] 0 errors, 1 warning");
        lines.clear();

        write(folder.resolve("a.yaml"), "a: {type: nix, title: t}");
        assertThatThrownBy(mojo::execute).isInstanceOf(MojoFailureException.class);
        assertThat(lines)
                .contains("[ERROR] 1 error, 0 warnings")
                .anyMatch(line -> line.startsWith("[ERROR] error[WX301]: "));
    }

    @Test
    void watchSurvivesDeletedDirectory() throws Exception {
        Path specs = root.resolve("src/main/wxpay");
        Path spec = Files.createDirectories(specs.resolve("v2/mine")).resolve("a.yaml");
        write(spec, "a: {type: string, title: t}");
        Thread thread = watch();
        awaitLine("watching ");

        Files.move(specs, root.resolve("elsewhere"));
        awaitLine("[WARNING] " + specs + " does not exist anymore");
        Files.move(root.resolve("elsewhere"), specs);
        write(spec, "a: {type: string, title: t, maxLength: 8}");
        awaitLine("fixed[WX611]: ");

        thread.interrupt();
        thread.join();
    }

    @Test
    void watchSurvivesUnreadableFile() throws Exception {
        Path spec =
                Files.createDirectories(root.resolve("src/main/wxpay/v2/mine")).resolve("a.yaml");
        write(spec, "a: {type: string, title: t}");
        Thread thread = watch();
        awaitLine("watching ");

        Path loop = Files.createSymbolicLink(spec.resolveSibling("loop"), spec.getParent());
        awaitLine("[ERROR] the specs cannot be read: ");
        Files.delete(loop);
        write(spec, "a: {type: string, title: t, maxLength: 8}");
        awaitLine("fixed[WX611]: ");

        thread.interrupt();
        thread.join();
    }

    @Test
    void watchPrintsWhatChangedUntilInterrupt() throws Exception {
        Path spec =
                Files.createDirectories(root.resolve("src/main/wxpay/v2/mine")).resolve("a.yaml");
        write(spec, "a: {type: string, title: t}");
        Thread thread = watch();

        awaitLine("[WARNING] warning[WX611]: the length of `a` is unknown");
        awaitLine("watching ");
        write(spec, "a: {type: string, title: t, maxLength: 8}");
        awaitLine("fixed[WX611]: the length of `a` is unknown (v2/mine/a.yaml)");
        awaitLine("0 errors, 0 warnings");
        thread.interrupt();
        awaitLine("no longer watching");
        thread.join();
    }

    private Thread watch() {
        set("watch", true);
        Thread thread = new Thread(() -> {
            try {
                mojo.execute();
            } catch (AbstractMojoExecutionException e) {
                lines.add(e.toString());
            }
        });
        thread.start();
        return thread;
    }

    private static void write(Path spec, String field) throws IOException {
        Path other = spec.resolveSibling("a.tmp");
        Files.writeString(
                other,
                "uri: v2/mine/a\npost:\n  title: A\n  docs: https://pay.weixin.qq.com/a\n  request:\n    " + field
                        + "\n");
        Files.move(other, spec, StandardCopyOption.ATOMIC_MOVE);
    }

    private void awaitLine(String start) throws InterruptedException {
        String line = "";
        while (!line.startsWith(start)) {
            line = lines.poll(5, TimeUnit.MINUTES);
            assertThat(line).as("before a line `" + start + "`").isNotNull();
        }
    }

    /** Maven sets the parameters in the same way. */
    private void set(String parameter, Object value) {
        try {
            Field field = ValidateMojo.class.getDeclaredField(parameter);
            field.setAccessible(true);
            field.set(mojo, value);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
