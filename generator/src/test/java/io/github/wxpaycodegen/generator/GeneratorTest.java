package io.github.wxpaycodegen.generator;

import static io.github.wxpaycodegen.generator.SpecText.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From specs to files: what is chosen, what is written, what is left alone. */
class GeneratorTest {
    private static final SpecFile TYPES = file("v2/_types.yaml", """
        types:
          Used: {enum: [A]}
          Answer: {fields: {used: {type: Used}}}
          Idle: {enum: [B]}
        """);
    private static final SpecFile A = endpoint("v2/pay/a", "{used: {type: Used}}");
    private static final SpecFile B = file(
            "v2/pay/deep/b.yaml",
            "uri: v2/pay/deep/b\npost:\n  title: B\n  request: {b: {type: string}}\n  response: Answer\n");
    private static final SpecFile C = endpoint("v2/risk/c", "{}");

    @TempDir
    private Path output;

    @ParameterizedTest
    @CsvSource({
        "v2/pay/*, a",
        "v2/pay/**, a b",
        "v2/**, a b c",
        "**, a b c",
        "v2/*/c, c",
        "v2/risk/c, c",
    })
    void globsChooseByUri(String glob, String chosen) throws IOException {
        generate(options().include(glob), A, B, C);
        List<String> found = new ArrayList<>();
        Map.of("a", "v2/pay/PayAResponse", "b", "v2/pay/DeepBRequest", "c", "v2/risk/RiskCResponse")
                .forEach((endpoint, response) -> {
                    if (Files.exists(java(response))) {
                        found.add(endpoint);
                    }
                });
        assertThat(found).containsExactlyInAnyOrder(chosen.split(" "));
    }

    @Test
    void includesRequiredTypes() throws IOException {
        generate(options().include("v2/pay/deep/*"), A, B, C);
        assertThat(java("v2/Answer")).exists();
        assertThat(java("v2/Used")).exists();
        assertThat(java("v2/Idle")).doesNotExist();
    }

    @Test
    void brandIsARootLikeV2AndV3() throws IOException {
        SpecFile brand = file("brand/shop/{id}.yaml", """
            uri: brand/shop/{id}
            get:
              title: 查询
              path: {id: {type: string}}
              response: {state: {type: string}}
            """);
        generate(options().include("brand/**"), A, brand);
        assertThat(java("WxPay")).content().contains("BrandApi brand()").doesNotContain("V2Api");
        assertThat(java("brand/shop/ShopApi"))
                .content()
                .contains("interface ById extends Get.RequestOptional<")
                .contains("Protocol v3, signed with the brand's private key.")
                .contains("HttpMethod.GET, \"/brand/shop/{id}\"");
    }

    @Test
    void excludesOmitSpecs() throws IOException {
        GenerationResult result = generate(options().include("v2/**").exclude("v2/pay/**"), A, B, C);
        assertThat(java("v2/risk/RiskApi")).exists();
        assertThat(java("v2/pay/PayApi")).doesNotExist();
        assertThat(result.leftOut()).containsExactly("v2/pay/a.yaml", "v2/pay/deep/b.yaml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "body: json | a v2 operation with a JSON body",
                "responseKind: empty | a v2 operation with an empty response",
                "request: {a: {type: boolean, list: true}} | a list of booleans, times or files",
                "request: {a: {type: string, encrypted: aes-gcm}} | this kind of encryption",
                "request: {a: {fields: {b: {type: string}}}} | an element within an element of a v2 message",
            })
    void namesUnsupportedConstructs(String line, String what) throws IOException {
        SpecFile odd = file("v2/pay/odd.yaml", "uri: v2/pay/odd\npost:\n  title: Odd\n  " + line + "\n");
        GenerationResult result = Generator.generate(List.of(odd), options().build());
        assertThat(SpecReading.printer(List.of(odd)).print(result.diagnostics()))
                .contains("error[WX501]: " + what + " is not supported by the generator yet");
        assertThat(output).isEmptyDirectory();
    }

    @Test
    void secondRunLeavesFilesUntouched() throws IOException {
        generate(options(), A, B);
        FileTime old = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(java("v2/pay/PayApi"), old);
        GenerationResult second = generate(options(), A, B);
        assertThat(second.written()).isEmpty();
        assertThat(second.deleted()).isEmpty();
        assertThat(second.unchanged()).isNotEmpty();
        assertThat(Files.getLastModifiedTime(java("v2/pay/PayApi"))).isEqualTo(old);
    }

    @Test
    void deletesObsoleteFilesAndDirectories() throws IOException {
        generate(options(), A, C);
        GenerationResult second = generate(options(), A);
        assertThat(second.deleted()).contains(java("v2/risk/RiskApi"));
        assertThat(java("v2/risk/RiskApi").getParent()).doesNotExist();
        assertThat(java("v2/pay/PayApi")).exists();
    }

    @Test
    void neverTouchesForeignFiles() throws IOException {
        generate(options(), A, B);
        Path mine = Files.writeString(java("v2/pay/Mine"), "class Mine {}");
        Path outside = Files.writeString(output.resolve("outside.java"), "class Outside {}");
        Path manifest = output.resolve("sources/.wxpay-manifest");
        Files.writeString(
                manifest,
                Files.readString(manifest) + "java/../outside.java\njava/" + outside + "\njava//" + outside + "\n");
        generate(options(), A);
        assertThat(mine).exists();
        assertThat(outside).exists();
    }

    @Test
    void addingASpecRenamesNothing() throws IOException {
        generate(options(), A);
        String before = Files.readString(java("v2/pay/PayARequest"));
        generate(options(), A, B, endpoint("v2/pay/a-request", "{}"));
        assertThat(Files.readString(java("v2/pay/PayARequest"))).isEqualTo(before);
    }

    @Test
    void linksOnlyGeneratedTypes() throws IOException {
        SpecFile old = file(
                "v2/pay/old.yaml",
                "uri: v2/pay/old\npost: {title: T, replacedBy: v2/risk/c, notifies: [PAID.OUT], request: {}}\n");
        SpecFile paid = file(
                "notifications/v2/PAID.OUT.yaml",
                "notification: {id: PAID.OUT, protocol: v2, title: P, eventTypes: [A], body: {}}\n");

        generate(options(), old, C, paid);
        assertThat(java("v2/pay/PayApi"))
                .content()
                .contains("@deprecated Use {@link RiskApi.C} ({@code v2/risk/c}).")
                .contains("<p>Notifications: {@link PaidOut}.");

        generate(options().include("v2/pay/*"), old, C, paid);
        assertThat(java("v2/pay/PayApi"))
                .content()
                .contains("@deprecated Use {@code v2/risk/c}.")
                .contains("<p>Notifications: {@code PAID.OUT}.");
    }

    @Test
    void stepsShowFolderTitles() throws IOException {
        SpecFile renamed =
                file("v2/a-b/c/d.yaml", "uri: v2/a-b/c/d\njavaPath: v2/ab2/c/d\npost: {title: 撤销, request: {}}\n");

        generate(
                options(),
                renamed,
                file("v2/a-b/_types.yaml", "title: 甲乙\n"),
                file("v2/a-b/c/d/_types.yaml", "title: 丁\n"));
        assertThat(text("V2Api")).contains("/** 甲乙 ({@code v2/a-b}). */");
        assertThat(text("v2/ab2/Ab2Api"))
                .contains("/** 撤销 ({@code v2/a-b/c}). */")
                .contains("/** 丁 ({@code v2/a-b/c/d}). */");

        generate(options(), renamed);
        assertThat(text("v2/ab2/Ab2Api"))
                .contains("/** 撤销 ({@code v2/a-b/c/d}). */")
                .contains("* 撤销 ({@code POST v2/a-b/c/d}).");
    }

    @Test
    void stepsWithoutTitleNameTheOperationsBelow() throws IOException {
        List<SpecFile> specs = new ArrayList<>();
        Map<String, String> titles = new TreeMap<>(Map.of("one", "一", "three", "三", "two", "二"));
        titles.forEach((name, title) -> specs.add(operation("v2/few/" + name, title, "甲")));
        titles.put("zero", "零");
        titles.forEach((name, title) -> specs.add(operation("v2/many/" + name, title, "乙")));
        titles.forEach((name, title) -> specs.add(operation("v2/mixed/" + name, title, title)));

        generate(options(), specs.toArray(SpecFile[]::new));

        assertThat(text("V2Api"))
                .contains("/** 一; 三; 二 ({@code v2/few}). */")
                .contains("/** 乙 ({@code v2/many}). */")
                .contains("/** 一; 三; 二; and 1 more ({@code v2/mixed}). */");
    }

    @Test
    void stepsDescribeTheirParameters() throws IOException {
        generate(
                options(),
                file("v3/bills/number/{number}.yaml", """
                        uri: v3/bills/number/{number}
                        get:
                          title: 查询账单
                          path: {number: {type: string, required: true, maxLength: 8, title: 账单号, example: "17"}}
                          response: {}
                        """),
                file("v3/bills/number/_types.yaml", "title: 账单号\n"));

        assertThat(text("v3/bills/BillsApi"))
                .contains("* 查询账单 ({@code v3/bills/number/{number}}).\n")
                .contains("* @param number 账单号 ({@code number}). At most 8 characters. Example: {@code 17}.\n");
    }

    @Test
    void operationsSayWhetherTheyCanBeRepeated() throws IOException {
        generate(
                options(),
                file("v2/pay/e.yaml", """
                        uri: v2/pay/e
                        post:
                          title: T
                          idempotent: true
                          uncertain: [SYSTEMERROR, "*"]
                          errors: [{code: BANKERROR, uncertain: true}]
                          request: {}
                        """),
                file("v3/bills.yaml", "uri: v3/bills\nget: {title: T, readOnly: true, response: {}}\n"));

        assertThat(text("v2/pay/PayApi").replaceAll("\\n *\\* ", " "))
                .contains(" Idempotent: repeating the same request has no further effect. The outcome is unknown after"
                        + " {@code SYSTEMERROR}, any error code without advice.")
                .contains("<li>{@code BANKERROR}: The outcome is unknown.");
        assertThat(text("v3/bills/BillsApi")).contains(" Read-only.");
    }

    private String text(String name) throws IOException {
        return Files.readString(java(name));
    }

    private static SpecFile operation(String uri, String title, String product) {
        return file(
                uri + ".yaml",
                "uri: " + uri + "\npost: {title: " + title + ", product: " + product + ", request: {}}\n");
    }

    private GenerationResult generate(GeneratorOptions.Builder options, SpecFile... files) throws IOException {
        List<SpecFile> all = new ArrayList<>(List.of(files));
        all.add(TYPES);
        GenerationResult result = Generator.generate(all, options.build());
        assertThat(result.diagnostics()).isEmpty();
        return result;
    }

    private GeneratorOptions.Builder options() {
        return GeneratorOptions.builder()
                .basePackage("com.example.pay")
                .outputDirectory(output.resolve("sources"))
                .resourceDirectory(output.resolve("resources"));
    }

    private Path java(String name) {
        return output.resolve("sources/com/example/pay/" + name + ".java");
    }

    private static SpecFile endpoint(String uri, String request) {
        return file(uri + ".yaml", "uri: " + uri + "\npost:\n  title: T\n  request: " + request + "\n");
    }
}
