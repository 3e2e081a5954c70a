package io.github.wxpaycodegen.runtime.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.runtime.xml.internal.jackson.core.JsonToken;
import io.github.wxpaycodegen.runtime.xml.internal.jackson.core.ObjectReadContext;
import io.github.wxpaycodegen.runtime.xml.internal.jackson.core.ObjectWriteContext;
import io.github.wxpaycodegen.runtime.xml.internal.jackson.dataformat.xml.XmlFactory;
import io.github.wxpaycodegen.runtime.xml.internal.jackson.dataformat.xml.deser.FromXmlParser;
import io.github.wxpaycodegen.runtime.xml.internal.jackson.dataformat.xml.ser.ToXmlGenerator;
import io.github.wxpaycodegen.runtime.xml.internal.wstx.stax.WstxInputFactory;
import io.github.wxpaycodegen.runtime.xml.internal.wstx.stax.WstxOutputFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;

class RelocationTest {
    private static final String HOME = "io/github/wxpaycodegen/runtime/xml/internal/";

    private static final String PACKAGE_INFO = "io/github/wxpaycodegen/runtime/xml/package-info.class";

    private static final XmlFactory XML = XmlFactory.builder()
            .xmlInputFactory(new WstxInputFactory())
            .xmlOutputFactory(new WstxOutputFactory())
            .build();

    @Test
    void parserReadsElementsAsFields() {
        try (FromXmlParser parser = (FromXmlParser)
                XML.createParser(ObjectReadContext.empty(), new StringReader("<xml><a>1 &lt; 2</a></xml>"))) {
            assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            assertThat(parser.nextToken()).isEqualTo(JsonToken.PROPERTY_NAME);
            assertThat(parser.currentName()).isEqualTo("a");
            assertThat(parser.nextToken()).isEqualTo(JsonToken.VALUE_STRING);
            assertThat(parser.getString()).isEqualTo("1 < 2");
            assertThat(parser.nextToken()).isEqualTo(JsonToken.END_OBJECT);
        }
    }

    @Test
    void generatorWritesFieldsAsElements() {
        StringWriter text = new StringWriter();
        try (ToXmlGenerator out = (ToXmlGenerator) XML.createGenerator(ObjectWriteContext.empty(), text)) {
            out.setNextName(new QName("xml"));
            out.initGenerator();
            out.writeStartObject();
            out.setNextName(new QName("a"));
            out.writeName("a");
            out.writeString("1 < 2");
            out.writeEndObject();
        }
        assertThat(text).hasToString("<xml><a>1 &lt; 2</a></xml>");
    }

    @Test
    void everyClassIsInThePackageOfTheModule() throws Exception {
        assertThat(contents().keySet())
                .filteredOn(each -> each.endsWith(".class"))
                .hasSizeGreaterThan(300)
                .allMatch(
                        each -> each.startsWith(HOME) || each.equals(PACKAGE_INFO) || each.equals("module-info.class"));
    }

    @Test
    void offersNoServices() throws Exception {
        assertThat(contents().keySet()).noneMatch(each -> each.startsWith("META-INF/services"));
    }

    @Test
    void namesNoOriginalClass() throws Exception {
        assertThat(contents().entrySet())
                .filteredOn(each -> each.getKey().endsWith(".class"))
                .filteredOn(each -> Stream.of("tools/jackson/", "com/ctc/wstx/", "org/codehaus/stax2/")
                        .anyMatch(each.getValue()::contains))
                .map(Map.Entry::getKey)
                .isEmpty();
    }

    /** One class is missing: it belongs to databind, and an adapter that V2 does not use needs it for a message. */
    @Test
    void everyReferencedClassExists() throws Exception {
        StringWriter found = new StringWriter();
        PrintWriter out = new PrintWriter(found, true);
        ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
        assertThat(jdeps.run(out, out, "--multi-release", "17", "--missing-deps", root().toString()))
                .isZero();
        assertThat(found.toString().lines().filter(each -> each.contains("->")).skip(1))
                .map(String::strip)
                .singleElement()
                .asString()
                .contains("Stax2JacksonReaderAdapter", "jackson.databind.util.ClassUtil");
    }

    @Test
    void noticesNameTheBundledVersions() throws Exception {
        Map<String, String> contents = contents();
        List<String> origins = contents.entrySet().stream()
                .filter(each -> each.getKey().endsWith("/pom.properties"))
                .map(each -> coordinates(each.getKey(), each.getValue()))
                .toList();

        assertThat(origins).hasSize(4);
        assertThat(contents.get("META-INF/NOTICE")).contains(origins);
        assertThat(contents.get("META-INF/sbom/wxpay-runtime-xml.cdx.json"))
                .contains(origins.stream()
                        .map(each ->
                                "\"pkg:maven/" + each.replaceFirst(":", "/").replace(':', '@') + "?type=jar\"")
                        .toList())
                .doesNotContain("${");
    }

    @Test
    void everyLibraryHasItsLicense() throws Exception {
        assertThat(contents().keySet())
                .contains(
                        "META-INF/LICENSE",
                        "META-INF/licenses/jackson-core/LICENSE",
                        "META-INF/licenses/jackson-core/NOTICE",
                        "META-INF/licenses/jackson-core/FastDoubleParser-LICENSE",
                        "META-INF/licenses/jackson-core/FastDoubleParser-ThirdParty-LICENSE",
                        "META-INF/licenses/jackson-dataformat-xml/LICENSE",
                        "META-INF/licenses/jackson-dataformat-xml/NOTICE",
                        "META-INF/licenses/woodstox-core/LICENSE",
                        "META-INF/licenses/stax2-api/LICENSE",
                        "META-INF/licenses/stax2-api/BSD-2-Clause");
    }

    private static String coordinates(String file, String properties) {
        String[] steps = file.split("/");
        String version = properties
                .lines()
                .filter(each -> each.startsWith("version="))
                .findFirst()
                .orElseThrow()
                .substring("version=".length());
        return steps[2] + ":" + steps[3] + ":" + version;
    }

    /** Returns the files of the module by their path, each byte of them a character. */
    private static Map<String, String> contents() throws IOException, URISyntaxException {
        Path root = root();
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        root.relativize(file).toString().replace('\\', '/'),
                        Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    private static Path root() throws URISyntaxException {
        return Path.of(XmlFactory.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }
}
