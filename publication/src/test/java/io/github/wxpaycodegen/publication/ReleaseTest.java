package io.github.wxpaycodegen.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** A release, made as the workflow makes it but uploaded to a stand-in, and made once more elsewhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleaseTest {
    private static final String VERSION = "0.0.1";
    private static final String GROUP = "io/github/wxpaycodegen/";
    private static final List<String> JARS = List.of(
            "wxpay-api-specs",
            "wxpay-cli",
            "wxpay-client",
            "wxpay-generator",
            "wxpay-gradle-plugin",
            "wxpay-importer",
            "wxpay-junit",
            "wxpay-maven-plugin",
            "wxpay-micrometer",
            "wxpay-reference",
            "wxpay-runtime",
            "wxpay-runtime-xml",
            "wxpay-simulator",
            "wxpay-simulator-app",
            "wxpay-spring-boot-starter");
    private static final String MARKER = "io.github.wxpaycodegen.wxpay.gradle.plugin";
    private static final List<String> POMS = List.of("wxpay-bom", "wxpay-parent", MARKER);

    private SigningKey key;
    private Checkout released;
    private Checkout rebuilt;
    private Map<String, byte[]> bundle;

    @BeforeAll
    void releaseAndBuildAgain() throws Exception {
        Path work = Path.of(System.getProperty("test.work"));
        key = SigningKey.generate();
        released = Checkout.create(work.resolve("released"), VERSION);
        Path settings = Files.writeString(
                released.root().resolve("dry-run-settings.xml"),
                "<settings><servers><server><id>central</id><username>u</username><password>p</password></server>"
                        + "</servers></settings>");
        try (CentralPortal portal = CentralPortal.start()) {
            released.maven(
                    Map.of("MAVEN_GPG_KEY", key.armored(), "MAVEN_GPG_PASSPHRASE", SigningKey.PASSPHRASE),
                    "-gs",
                    settings.toString(),
                    "-b",
                    "singlethreaded",
                    "-DskipTests",
                    "-Dmaven.install.skip=true",
                    "-DcentralBaseUrl=" + portal.url(),
                    "-Prelease",
                    "deploy");
            bundle = portal.bundle();
        }
        rebuilt = Checkout.create(work.resolve("a path of another length"), VERSION);
        rebuilt.maven(
                Map.of("LC_ALL", "C", "LANG", "tr_TR.ISO-8859-9", "TZ", "Pacific/Apia"), "-DskipTests", "package");
    }

    @Test
    void uploadsWhatUsersNeedAndNothingElse() {
        TreeSet<String> expected = new TreeSet<>();
        for (String name : JARS) {
            for (String suffix : List.of(".pom", ".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json")) {
                expected.add(path(name) + suffix);
            }
        }
        expected.add(path("wxpay-cli") + "-executable.jar");
        expected.add(path("wxpay-simulator-app") + "-executable.jar");
        for (String name : POMS) {
            expected.add(path(name) + ".pom");
            expected.add(path(name) + "-cyclonedx.json");
        }
        assertThat(artifacts()).containsExactlyElementsOf(expected);
    }

    @Test
    void signsAndHashesEachFile() throws Exception {
        for (String path : artifacts()) {
            byte[] content = bundle.get(path);
            assertThat(bundle).containsKeys(path + ".asc", path + ".md5", path + ".sha1");
            assertThat(key.verifies(content, bundle.get(path + ".asc")))
                    .as(path)
                    .isTrue();
            assertThat(text(path + ".sha1")).as(path).isEqualTo(hash("SHA-1", content));
            assertThat(text(path + ".md5")).as(path).isEqualTo(hash("MD5", content));
        }
    }

    @Test
    void describesEachArtifactAsCentralAsks() throws Exception {
        for (String name : concat(JARS, POMS)) {
            Document pom = xml(bundle.get(path(name) + ".pom"));
            assertThat(pom.getElementsByTagName("name").getLength()).as(name).isPositive();
            assertThat(pom.getElementsByTagName("description").getLength())
                    .as(name)
                    .isPositive();
        }
        String parent = text(path("wxpay-parent") + ".pom");
        assertThat(parent).contains("<url>", "<license>", "<developer>", "<scm ");
    }

    @Test
    void managesNoVersionButOurs() throws Exception {
        Document bom = xml(bundle.get(path("wxpay-bom") + ".pom"));
        assertThat(bom.getElementsByTagName("parent").getLength()).isZero();
        NodeList groups = bom.getElementsByTagName("groupId");
        for (int i = 0; i < groups.getLength(); i++) {
            assertThat(groups.item(i).getTextContent()).isEqualTo("io.github.wxpaycodegen");
        }
        List<String> managed = new ArrayList<>();
        NodeList dependencies = bom.getElementsByTagName("artifactId");
        for (int i = 1; i < dependencies.getLength(); i++) {
            managed.add(dependencies.item(i).getTextContent());
        }
        // None is a dependency: the version of a plugin stands where it is declared, and the programs are run.
        List<String> libraries = new ArrayList<>(JARS);
        libraries.removeAll(List.of("wxpay-maven-plugin", "wxpay-gradle-plugin", "wxpay-cli", "wxpay-simulator-app"));
        assertThat(managed).containsExactlyInAnyOrderElementsOf(libraries);
    }

    @Test
    void leadsGradleFromTheIdToThePlugin() throws IOException {
        assertThat(text(path(MARKER) + ".pom"))
                .contains(
                        "<groupId>io.github.wxpaycodegen.wxpay</groupId>",
                        "<artifactId>wxpay-gradle-plugin</artifactId>",
                        "<version>" + VERSION + "</version>");
        assertThat(entry(
                        "wxpay-gradle-plugin",
                        ".jar",
                        "META-INF/gradle-plugins/io.github.wxpaycodegen.wxpay.properties"))
                .contains("implementation-class=io.github.wxpaycodegen.gradle.WxpayPlugin");
    }

    @Test
    void publishesTheJavadocOfEachStep() throws IOException {
        assertThat(entry("wxpay-client", "-javadoc.jar", "index.html")).contains("微信支付");
        // The pages of a module are below its name.
        assertThat(entry(
                        "wxpay-client",
                        "-javadoc.jar",
                        "io.github.wxpaycodegen.client/io/github/wxpaycodegen/client/V3Api.html"))
                .contains("商家转账", "v3/fund-app");
        assertThat(entry("wxpay-client", "-sources.jar", "io/github/wxpaycodegen/client/V3Api.java"))
                .contains("商家转账 ({@code v3/fund-app}).");
    }

    @Test
    void namesEveryDependencyInTheBillOfMaterials() {
        assertThat(text(path("wxpay-client") + "-cyclonedx.json"))
                .contains("\"wxpay-runtime\"", "\"httpclient5\"", "\"Apache-2.0\"");
    }

    @Test
    void isByteIdenticalWhenBuiltElsewhere() throws IOException {
        List<Path> first = jars(released);
        List<Path> second = jars(rebuilt);
        assertThat(names(second)).isEqualTo(names(first)).hasSizeGreaterThanOrEqualTo(2 * JARS.size());
        assertSoftly(softly -> {
            for (int i = 0; i < first.size(); i++) {
                softly.assertThat(second.get(i)).hasSameBinaryContentAs(first.get(i));
            }
        });
    }

    private static List<Path> jars(Checkout checkout) throws IOException {
        return checkout.built("*-" + VERSION + "{,-sources,-executable}.jar");
    }

    private static List<String> names(List<Path> files) {
        return files.stream().map(file -> file.getFileName().toString()).toList();
    }

    /** Returns a text in a jar. */
    private String entry(String artifact, String suffix, String name) throws IOException {
        try (ZipInputStream jar = new ZipInputStream(new ByteArrayInputStream(bundle.get(path(artifact) + suffix)))) {
            for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(jar.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError(artifact + suffix + " has no " + name);
    }

    private List<String> artifacts() {
        return bundle.keySet().stream()
                .filter(path -> !path.matches(".*\\.(asc|md5|sha1|sha256|sha512)"))
                .toList();
    }

    private static String path(String artifact) {
        String group = artifact.equals(MARKER) ? GROUP + "wxpay/" : GROUP;
        return group + artifact + "/" + VERSION + "/" + artifact + "-" + VERSION;
    }

    private String text(String path) {
        return new String(bundle.get(path), StandardCharsets.UTF_8);
    }

    private static String hash(String algorithm, byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
    }

    private static Document xml(byte[] content) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(content));
    }

    private static List<String> concat(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
