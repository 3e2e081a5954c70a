package io.github.wxpaycodegen.gradle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.gradle.api.GradleException;
import org.gradle.api.InvalidUserDataException;
import org.gradle.api.Project;
import org.gradle.api.Task;
import org.gradle.api.plugins.JavaPluginExtension;
import org.gradle.api.tasks.Copy;
import org.gradle.api.tasks.SourceSet;
import org.gradle.api.tasks.compile.JavaCompile;
import org.gradle.testfixtures.ProjectBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The fixtures of Gradle share state, so the tests run one after the other. */
@Execution(ExecutionMode.SAME_THREAD)
class WxpayPluginTest {
    @TempDir
    private static Path home;

    @TempDir
    private Path root;

    private Project project;
    private WxpayExtension wxpay;

    @BeforeEach
    void apply() {
        project = ProjectBuilder.builder()
                .withProjectDir(root.toFile())
                .withGradleUserHomeDir(home.toFile())
                .build();
        project.getPluginManager().apply("io.github.wxpaycodegen.wxpay");
        wxpay = project.getExtensions().getByType(WxpayExtension.class);
    }

    @Test
    void generatesWhatSettingsSelect() {
        wxpay.getBasePackage().set("com.example.pay");
        wxpay.getIncludes().add("v2/wxv/**");
        wxpay.getExcludes().add("v2/wxv/*rent*");
        task("generateWxpay").generate();

        Path sources = root.resolve("build/generated/sources/wxpay/com/example/pay");
        assertThat(sources.resolve("WxPay.java")).exists();
        assertThat(sources.resolve("v2/wxv/CreateHotelBillRequest.java")).exists();
        assertThat(sources.resolve("v2/wxv/CreateRentBillRequest.java")).doesNotExist();
        assertThat(root.resolve("build/generated/resources/wxpay/META-INF/wxpay/operations.json"))
                .exists();
    }

    @Test
    void ownSpecsExtendAndReplace() throws IOException {
        write("src/main/wxpay/v2/wxv/cancelbill.yaml", "v2/wxv/cancelbill", "of_our_own");
        write("specs/v2/mine/extra.yaml", "v2/mine/extra", "more");
        wxpay.getBasePackage().set("com.example.pay");
        wxpay.getIncludes().add("v2/wxv/cancelbill");
        task("generateWxpay").generate();
        assertThat(root.resolve("build/generated/sources/wxpay/com/example/pay/v2/wxv"))
                .satisfies(folder -> assertThat(text(folder)).contains("ofOurOwn"));

        wxpay.getSpecDirectory().set(root.resolve("specs").toFile());
        wxpay.getIncludes().add("v2/mine/*");
        task("generateWxpay").generate();
        assertThat(root.resolve("build/generated/sources/wxpay/com/example/pay/v2/mine"))
                .isDirectory();
        assertThat(text(root.resolve("build/generated/sources/wxpay/com/example/pay/v2/wxv")))
                .doesNotContain("ofOurOwn");
    }

    @Test
    void belongsToMainSourceSet() {
        project.getPluginManager().apply("java");
        wxpay.clients(clients -> clients.register("hk"));
        SourceSet main = project.getExtensions()
                .getByType(JavaPluginExtension.class)
                .getSourceSets()
                .getByName("main");

        assertThat(main.getJava().getSrcDirs())
                .contains(file("build/generated/sources/wxpay"), file("build/generated/sources/wxpay-hk"));
        assertThat(main.getResources().getSrcDirs())
                .contains(file("build/generated/resources/wxpay"))
                .doesNotContain(file("build/generated/resources/wxpay-hk"));
        assertThat(dependencies("compileJava")).contains("generateWxpay", "generateHkWxpay");
        assertThat(dependencies("processResources")).contains("generateWxpay");
    }

    @Test
    void furtherClientsAreGeneratedSeparately() {
        wxpay.clients(clients -> clients.register("hk", hk -> {
            hk.getBasePackage().set("com.example.hk");
            hk.getIncludes().add("v2/wxv/cancelbill");
        }));
        task("generateHkWxpay").generate();

        assertThat(root.resolve("build/generated/sources/wxpay-hk/com/example/hk/WxPay.java"))
                .exists();
        assertThat(task("generateHkWxpay").getOmitted().get()).isFalse();
        assertThat(task("generateWxpay").getOmitted().get()).isTrue();
        wxpay.getBasePackage().set("com.example.pay");
        assertThat(task("generateWxpay").getOmitted().get()).isFalse();
    }

    /** The marker survives only if the file is neither emitted nor compared. */
    @Test
    void emitsOnlyWhatIsDifferent() throws IOException {
        wxpay.getBasePackage().set("com.example.pay");
        wxpay.getIncludes().add("v2/wxv/cancelbill");
        task("generateWxpay").generate();
        Path same = find(root.resolve("build/generated/sources/wxpay"), "CancelBillRequest.java");
        FileTime time = Files.getLastModifiedTime(same);
        String marked = Files.readString(same).replace("Do not edit", "Do NOT edit");
        Files.writeString(same, marked);
        Files.setLastModifiedTime(same, time);

        wxpay.getIncludes().add("v2/wxv/createrentbill");
        task("generateWxpay").generate();

        assertThat(Files.readString(same)).isEqualTo(marked).contains("Do NOT edit");
    }

    private static Path find(Path folder, String name) throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.filter(path -> path.endsWith(name)).findFirst().orElseThrow();
        }
    }

    /** The sources of a client that is no longer configured would be compiled. */
    @Test
    void removesAClientThatIsNoLongerConfigured() {
        wxpay.getBasePackage().set("com.example.pay");
        wxpay.getIncludes().add("v2/wxv/cancelbill");
        task("generateWxpay").generate();
        Path sources = root.resolve("build/generated/sources/wxpay");
        assertThat(sources).isNotEmptyDirectory();

        wxpay.getBasePackage().set((String) null);
        wxpay.clients(clients -> clients.register("hk"));
        task("generateWxpay").generate();

        assertThat(sources).doesNotExist();
        assertThat(root.resolve("build/generated/resources/wxpay")).doesNotExist();
    }

    @Test
    void sourcesAreReadAsUtf8() {
        project.getPluginManager().apply("java");
        JavaCompile compile = (JavaCompile) project.getTasks().getByName("compileJava");

        assertThat(compile.getOptions().getEncoding()).isEqualTo("UTF-8");
    }

    @Test
    void specsOfATaskAreWrittenFirst() {
        project.getTasks().register("unzipSpecs", Copy.class, copy -> copy.into(file("build/specs")));
        wxpay.getSpecDirectory()
                .fileProvider(project.getTasks().named("unzipSpecs", Copy.class).map(Copy::getDestinationDir));

        assertThat(dependencies("generateWxpay")).contains("unzipSpecs");
        assertThat(dependencies("validateWxpay")).contains("unzipSpecs");
    }

    @Test
    void wrongSettingsAreReported() {
        assertThatThrownBy(() -> task("generateWxpay").generate())
                .isInstanceOf(InvalidUserDataException.class)
                .hasMessage("basePackage of :generateWxpay is missing: set it in the build script,"
                        + " wxpay { basePackage = \"com.example.pay\" }, or in the block of the further client");
        wxpay.getBasePackage().set("com.example.");
        assertThatThrownBy(() -> task("generateWxpay").generate())
                .isInstanceOf(InvalidUserDataException.class)
                .hasMessage("basePackage must be the name of a Java package: com.example.");
        wxpay.getBasePackage().set("com.example");
        wxpay.getSpecDirectory().set(file("src/main/wxpey"));
        assertThatThrownBy(() -> task("generateWxpay").generate())
                .isInstanceOf(InvalidUserDataException.class)
                .hasMessage("specDirectory is not a directory: " + file("src/main/wxpey")
                        + ". Create it, or omit specDirectory to use src/main/wxpay");
    }

    @Test
    void brokenSpecsFailTheTask() throws IOException {
        Files.writeString(write("src/main/wxpay/v2/mine/broken.yaml", "v2/mine/broken", "a"), "post: {}\n");
        wxpay.getBasePackage().set("com.example");

        assertThatThrownBy(() -> task("generateWxpay").generate())
                .isExactlyInstanceOf(GradleException.class)
                .hasMessageMatching("there (is 1 error|are \\d+ errors) in the specs");
    }

    @Test
    void validatesOwnSpecs() throws IOException {
        ValidateWxpay validate = (ValidateWxpay) project.getTasks().getByName("validateWxpay");
        validate.validate();
        write("src/main/wxpay/v2/mine/extra.yaml", "v2/mine/extra", "a");
        validate.getGitlab().set(file("build/reports/gl.json"));
        validate.validate();
        assertThat(root.resolve("build/reports/gl.json"))
                .content()
                .contains("WX615", "src/main/wxpay/v2/mine/extra.yaml");

        validate.getFailOn().set("warning");
        assertThatThrownBy(validate::validate)
                .isExactlyInstanceOf(GradleException.class)
                .hasMessage("the specs have findings of the severity warning or worse, see above");
        validate.getFailOn().set("off");
        assertThatThrownBy(validate::validate)
                .isInstanceOf(InvalidUserDataException.class)
                .hasMessageStartingWith("failOn cannot be off");
    }

    private List<String> dependencies(String name) {
        Task task = project.getTasks().getByName(name);
        return task.getTaskDependencies().getDependencies(task).stream()
                .map(Task::getName)
                .toList();
    }

    private GenerateWxpay task(String name) {
        return (GenerateWxpay) project.getTasks().getByName(name);
    }

    private File file(String path) {
        return root.resolve(path).toFile();
    }

    private Path write(String path, String uri, String field) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(
                file,
                "uri: " + uri + "\npost: {title: t, request: {" + field
                        + ": {type: string, title: t}}, response: {b: {type: string, title: t}}}\n");
    }

    private static String text(Path folder) {
        StringBuilder all = new StringBuilder();
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toString();
    }
}
