package io.github.wxpaycodegen.runtime.internal.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.Vectors;
import java.io.StringReader;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class V2XmlTest {
    /** Well-formed for the parser: what is wrong with them is the signature, which is not its business. */
    private static final Set<String> READABLE =
            Set.of("cdata-split", "success-without-sign", "empty-sign", "utf16-bom", "lowercase-sign");

    @TestFactory
    Stream<DynamicTest> refusesEveryHostileDocument() {
        return Vectors.read("hostile-xml.json")
                .get("cases")
                .valueStream()
                .filter(c -> !READABLE.contains(c.get("id").stringValue()))
                .map(c -> DynamicTest.dynamicTest(c.get("id").stringValue(), () -> refuses(c)));
    }

    private static void refuses(JsonNode hostile) throws Exception {
        try (ServerSocket canary = new ServerSocket(0)) {
            String input = hostile.get("input").stringValue().replace("PORT", Integer.toString(canary.getLocalPort()));

            assertThatThrownBy(() -> read(input)).isInstanceOf(XmlFormatException.class);

            canary.setSoTimeout(50);
            assertThatThrownBy(canary::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void joinsCdataSections() throws Exception {
        assertThat(read("<xml><a><![CDATA[a]]><![CDATA[b]]></a></xml>")).containsExactly(Map.entry("a", "ab"));
    }

    @Test
    void refusesUtf16() {
        byte[] utf16 = "\uFEFF<xml><a>1</a></xml>".getBytes(StandardCharsets.UTF_16LE);

        assertThatThrownBy(() -> V2Xml.read(utf16)).isInstanceOf(XmlFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "<xml>",
                "<xml><a>1</b></xml>",
                "<xml>text<a>1</a></xml>",
                "<xml><a>1</a>text</xml>",
                "text",
                "<xml>text</xml>",
                "<xml xmlns=\"u\"><a>1</a></xml>",
                "<xml><a xmlns=\"u\">1</a></xml>",
                "<xml><a b=\"1\">1</a></xml>",
                "<x:xml xmlns:x=\"u\"><a>1</a></x:xml>",
                "<xml><xml:a>1</xml:a></xml>",
                "<xml><?pi?><a>1</a></xml>",
                "<xml><a>&other;</a></xml>",
                "<xml><a>1</a></xml>x",
            })
    void rejectsOtherDocuments(String document) {
        assertThatThrownBy(() -> read(document)).isInstanceOf(XmlFormatException.class);
    }

    @Test
    void readsTextUnchanged() throws Exception {
        assertThat(
                        read(
                                "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<xml>\n <a> x\n</a><b/><c></c><d>&lt;&#xd;&amp;🧧</d></xml>\n"))
                .containsExactly(
                        Map.entry("a", " x\n"), Map.entry("b", ""), Map.entry("c", ""), Map.entry("d", "<\r&🧧"));
        assertThat(read("<xml></xml>")).isEmpty();
        assertThat(read("<xml>\n</xml>")).isEmpty();
    }

    @Test
    void readsNestedElementsWhereTheyAreDeclared() throws Exception {
        String document = "<xml><n>1</n><list><item><a>1</a></item><item><a>2</a></item></list></xml>";

        assertThat(V2Xml.read(document.getBytes(StandardCharsets.UTF_8), "xml", Set.of("list"))
                        .toString())
                .isEqualTo("{n=1, list={item=[{a=1}, {a=2}]}}");
        assertThatThrownBy(() -> read(document)).isInstanceOf(XmlFormatException.class);
    }

    @Test
    void refusesMoreThanSixteenLevels() throws Exception {
        assertThat(V2Xml.read(nested(16), "xml", Set.of("a"))).containsOnlyKeys("a");
        assertThatThrownBy(() -> V2Xml.read(nested(17), "xml", Set.of("a"))).isInstanceOf(XmlFormatException.class);
    }

    /** Elements within each other, the root among them. */
    private static byte[] nested(int levels) {
        return ("<xml>" + "<a>".repeat(levels - 1) + "1" + "</a>".repeat(levels - 1) + "</xml>")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Nobody could follow this system identifier, so a parser that tries to fails. */
    @Test
    void parserAloneFollowsNoDoctype() throws Exception {
        XMLStreamReader reader = new V2XmlInput()
                .createXMLStreamReader(new StringReader("<!DOCTYPE xml SYSTEM \"nowhere:/a.dtd\"><xml><a>1</a></xml>"));
        int elements = 0;
        while (reader.hasNext()) {
            elements += reader.next() == XMLStreamConstants.START_ELEMENT ? 1 : 0;
        }

        assertThat(elements).isEqualTo(2);
    }

    @Test
    void readsWhatItWrites() throws Exception {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("plain", "1234");
        fields.put("hostile", "]]> <a>&amp;\"' \r\n\t🧧用户");
        fields.put("empty", "");
        fields.put("spaces", "  ");

        assertThat(V2Xml.read(V2Xml.write(fields))).isEqualTo(fields);
        assertThat(new String(V2Xml.write(fields), StandardCharsets.UTF_8)).startsWith("<xml><plain>1234</plain>");
    }

    @Test
    void roundTripsDocumentedRequests() throws Exception {
        for (String line : Vectors.text("exchanges-v2-wxv.ndjson").lines().toList()) {
            Map<String, String> fields = new LinkedHashMap<>();
            Vectors.parse(line)
                    .get("xml")
                    .propertyStream()
                    .forEach(e -> fields.put(e.getKey(), e.getValue().stringValue()));

            assertThat(V2Xml.read(V2Xml.write(fields))).isEqualTo(fields).isNotEmpty();
        }
    }

    private static Map<String, String> read(String document) throws XmlFormatException {
        return V2Xml.read(document.getBytes(StandardCharsets.UTF_8));
    }
}
