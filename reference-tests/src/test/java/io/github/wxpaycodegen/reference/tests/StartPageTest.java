package io.github.wxpaycodegen.reference.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartPageTest {
    private static final String PAGE = "en/start.md";

    @TempDir
    private Path folder;

    @Test
    void trialStartsSimulatorAndClientAsItStands() throws Exception {
        Path source =
                Files.writeString(folder.resolve("Trial.java"), WrittenSite.code(PAGE, "Test with the simulator"));
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "-proc:none",
                        source.toString());
        assertThat(status).isZero();

        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            // Fails if a setting is missing.
            loader.loadClass("Trial").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        }
    }

    @Test
    void springHasSettingsOfTheStarter() throws IOException {
        String metadata = metadata();

        assertThat(WrittenSite.code(PAGE, "Spring Boot").lines().skip(1).map(line -> line.strip()
                        .replaceAll(":.*", "")))
                .hasSizeGreaterThan(5)
                .allSatisfy(name -> assertThat(metadata).contains("\"wxpay." + name + "\""));
    }

    /** Returns the metadata of the starter. Spring Boot has files of this name, too. */
    private static String metadata() throws IOException {
        for (URL file : Collections.list(
                StartPageTest.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
            try (InputStream in = file.openStream()) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                if (text.contains("\"wxpay.mchid\"")) {
                    return text;
                }
            }
        }
        throw new AssertionError("the starter is not on the class path");
    }
}
