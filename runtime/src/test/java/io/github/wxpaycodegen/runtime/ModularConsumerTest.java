package io.github.wxpaycodegen.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import io.github.wxpaycodegen.runtime.internal.xml.V2Xml;
import io.github.wxpaycodegen.runtime.xml.internal.jackson.core.JsonParser;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http2.config.H2Config;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.core.TokenStreamFactory;

/** A module that requires the runtime: it makes calls, and sees what is exported alone. */
class ModularConsumerTest {
    private static final String MODULE = "module consumer { requires io.github.wxpaycodegen.runtime; }";

    private static final String CALLS = """
            package consumer;

            import io.github.wxpaycodegen.runtime.*;
            import io.github.wxpaycodegen.runtime.error.TransportException;
            import io.github.wxpaycodegen.runtime.transport.*;
            import java.net.URI;
            import java.nio.charset.StandardCharsets;
            import java.util.Map;
            import java.util.concurrent.CompletableFuture;

            public final class Main {
                public static void main(String[] args) {
                    try (WxPayClient client = WxPayClient.create(config().transport(Echo::new).build())) {
                        System.out.println(call(client));
                    }
                    URI nowhere = URI.create("https://localhost:1");
                    try (WxPayClient client = WxPayClient.create(config().host(nowhere).build())) {
                        System.out.println(call(client));
                    } catch (TransportException e) {
                        System.out.println(e.outcome());
                    }
                }

                private static WxPayConfig.Builder config() {
                    return WxPayConfig.builder().mchid("1900000001").v2Key("0123456789abcdef0123456789abcdef");
                }

                private static String call(WxPayClient client) {
                    return client.context().raw().v2("/pay/orderquery").responseUnsigned().send().value();
                }

                private static final class Echo implements Transport {
                    @Override
                    public CompletableFuture<TransportResponse> send(TransportRequest request) {
                        byte[] body = "<xml><return_code>SUCCESS</return_code></xml>".getBytes(StandardCharsets.UTF_8);
                        return CompletableFuture.completedFuture(new TransportResponse(200, Map.of(), body));
                    }

                    @Override
                    public void close() {}
                }
            }
            """;

    private static final String LOOKS_INSIDE = """
            package consumer;

            import io.github.wxpaycodegen.runtime.internal.xml.V2Xml;

            public final class Main {
                Object xml = V2Xml.class;
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void modularConsumerMakesCalls() throws Exception {
        assertThat(compile(CALLS)).isEmpty();

        assertThat(run()).containsExactly("<xml><return_code>SUCCESS</return_code></xml>", "NOT_SENT");
    }

    @Test
    void modularConsumerSeesNothingInternal() throws Exception {
        assertThat(compile(LOOKS_INSIDE)).singleElement().asString().contains(V2Xml.class.getPackageName());
    }

    /** Returns the errors. */
    private List<String> compile(String main) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            compiler.getTask(
                            null,
                            files,
                            diagnostics,
                            List.of("-p", modulePath(), "-d", folder.toString(), "-proc:none"),
                            null,
                            List.of(source("module-info", MODULE), source("consumer/Main", main)))
                    .call();
        }
        return diagnostics.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .map(each -> each.getMessage(Locale.ROOT))
                .toList();
    }

    private static JavaFileObject source(String name, String text) {
        return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    /** Returns what it prints. */
    private List<String> run() throws Exception {
        Path output = folder.resolve("output");
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-p",
                        modulePath() + File.pathSeparator + folder,
                        "-m",
                        "consumer/consumer.Main")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(output.toFile())
                .start();
        assertThat(java.waitFor(10, TimeUnit.MINUTES)).isTrue();
        return Files.readAllLines(output, StandardCharsets.UTF_8);
    }

    /** Returns what the runtime requires, and none of the optional dependencies. */
    private static String modulePath() {
        return Stream.of(
                        WxPayClient.class,
                        JsonParser.class,
                        TokenStreamFactory.class,
                        CloseableHttpAsyncClient.class,
                        HttpHost.class,
                        H2Config.class,
                        CsvReader.class,
                        LoggerFactory.class,
                        NullMarked.class)
                .map(ModularConsumerTest::place)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
