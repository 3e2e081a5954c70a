package io.github.wxpaycodegen.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files on the disk depend on nothing but the specs and the options. */
class DeterminismTest {
    @TempDir
    private Path root;

    @Test
    void neitherTheOrderOfTheFilesNorTheDirectoryMatters() throws IOException {
        List<SpecFile> shuffled = new ArrayList<>(specs());
        Collections.shuffle(shuffled, new Random(11));

        Map<String, String> one = generate(specs(), "one", "**");
        Map<String, String> other = generate(shuffled, "another/place", "**");

        assertThat(other).isEqualTo(one).containsKey("java/.wxpay-manifest");
        assertThat(one.values()).allSatisfy(content -> assertThat(content)
                .doesNotContain("\r")
                .doesNotContain(root.toString())
                .doesNotContain(Path.of("").toAbsolutePath().toString()));
    }

    @Test
    void narrowingRenamesAndChangesNoMessage() throws IOException {
        Map<String, String> all = generate(specs(), "all", "**");
        Map<String, String> some = generate(specs(), "some", "v2/shop/order");

        assertThat(all.keySet()).containsAll(some.keySet());
        assertThat(some)
                .containsKeys(
                        "java/com/example/pay/v2/shop/Goods.java",
                        // The query that settles the order is not included by name.
                        "java/com/example/pay/v2/shop/order/QueryResponse.java");
        // The chain has fewer steps, and the lists of files are shorter; all else is the same.
        some.forEach((path, content) -> {
            boolean list =
                    path.endsWith("Api.java") || path.endsWith("WxPay.java") || path.endsWith("NotificationIndex.java");
            if (!list && path.endsWith(".java")) {
                assertThat(content).as(path).isEqualTo(all.get(path));
            }
        });
    }

    /** The interface of a URI is nested in that of its parent, whose name its own file decides, included or not. */
    @Test
    void narrowingRenamesNoStep() throws IOException {
        List<SpecFile> specs = List.of(
                SpecText.file("v3/pay/orders.yaml", "uri: v3/pay/orders\njava: NativeOrders\npost: {title: A}\n"),
                SpecText.file("v3/pay/orders/close.yaml", "uri: v3/pay/orders/close\npost: {title: B}\n"));

        String narrowed = generate(specs, "some", "v3/pay/orders/close").get("java/com/example/pay/v3/PayApi.java");

        assertThat(narrowed)
                .contains("default NativeOrders nativeOrders() {", "interface NativeOrders extends ApiNode {");
    }

    /** A type that only an operation sends which is not included has the builder and the checks of a sent one all the same. */
    @Test
    void narrowingKeepsTheChecksOfTypes() throws IOException {
        List<SpecFile> specs = List.of(
                SpecText.file("v3/pay/_types.yaml", "types: {Money: {fields: {total: {type: integer, minimum: 1}}}}\n"),
                SpecText.file(
                        "v3/pay/send.yaml", "uri: v3/pay/send\npost: {title: A, request: {money: {type: Money}}}\n"),
                SpecText.file(
                        "v3/pay/ask.yaml", "uri: v3/pay/ask\nget: {title: A, response: {money: {type: Money}}}\n"));
        String money = "java/com/example/pay/v3/pay/Money.java";

        String narrowed = generate(specs, "some", "v3/pay/ask").get(money);

        assertThat(narrowed)
                .contains("minimum")
                .isEqualTo(generate(specs, "all", "**").get(money));
    }

    private Map<String, String> generate(List<SpecFile> specs, String place, String include) throws IOException {
        Path output = root.resolve(place);
        GenerationResult result = Generator.generate(
                specs,
                GeneratorOptions.builder()
                        .basePackage("com.example.pay")
                        .include(include)
                        .outputDirectory(output.resolve("java"))
                        .build());
        assertThat(result.diagnostics()).isEmpty();
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(output)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(output.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        }
        return files;
    }

    private static List<SpecFile> specs() throws IOException {
        return SpecFiles.ofDirectory(Path.of("src/test/resources/golden/specs"));
    }
}
