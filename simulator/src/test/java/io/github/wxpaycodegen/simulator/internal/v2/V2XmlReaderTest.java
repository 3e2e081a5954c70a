package io.github.wxpaycodegen.simulator.internal.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.simulator.Simulators;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class V2XmlReaderTest {
    /** Cases that are well-formed v2 documents, or not documents at all. */
    private static final String OTHER_CASES =
            "cdata-split|success-without-sign|empty-sign|utf16-bom|lowercase-sign|doctype-http";

    @Test
    void readsTextOfElementsInTheirOrder() throws Exception {
        Map<String, String> fields = read("""
                <?xml version="1.0" encoding="utf-8"?>
                <xml>
                  <b>1 &lt; 2 &amp;&#x20;3&#13;</b>
                  <a><![CDATA[<微>]]></a><empty/>
                </xml>
                """);

        assertThat(fields)
                .containsExactly(Map.entry("b", "1 < 2 & 3\r"), Map.entry("a", "<微>"), Map.entry("empty", ""));
    }

    @Test
    void joinsTextAroundCdata() throws Exception {
        assertThat(read("<xml><a>x<![CDATA[a]]><![CDATA[b]]> y</a></xml>")).isEqualTo(Map.of("a", "xab y"));
    }

    @Test
    void readsRootWithoutElements() throws Exception {
        assertThat(read("\uFEFF<xml> </xml>")).isEmpty();
    }

    static List<String> hostileDocuments() {
        List<String> documents = new ArrayList<>();
        for (JsonNode each : JsonMapper.shared()
                .readTree(Simulators.resource("/vectors/hostile-xml.json"))
                .get("cases")) {
            if (!each.get("id").asString().matches(OTHER_CASES)) {
                documents.add(each.get("input").asString());
            }
        }
        return documents;
    }

    @Test
    void hasManyHostileDocuments() {
        assertThat(hostileDocuments()).hasSizeGreaterThanOrEqualTo(12);
    }

    @ParameterizedTest
    @MethodSource("hostileDocuments")
    @ValueSource(
            strings = {
                "",
                "<xml>",
                "<xml>text</xml>",
                "<xml>\u3000<a>1</a></xml>",
                "<xml><a>1</a></xml>text",
                "<xml><a>1</a><!-- --></xml>",
                "<!-- --><xml><a>1</a></xml>",
                "<?pi?><xml><a>1</a></xml>",
                "<xml a=\"1\"><a>1</a></xml>",
                "<xml><a:b>1</a:b></xml>",
                "<xml><a>&b;</a></xml>",
                "<xml><a>&#1;</a></xml>",
                "<?xml version=\"1.1\"?><xml><a>1</a></xml>",
                "<!DOCTYPE xml><xml><a>1</a></xml>",
            })
    void rejectsEverythingElse(String document) {
        assertThatThrownBy(() -> read(document)).isInstanceOf(V2XmlReader.FormatException.class);
    }

    @Test
    void rejectsTextThatIsNotUtf8() {
        assertThatThrownBy(() -> V2XmlReader.read("<xml/>".getBytes(StandardCharsets.UTF_16LE)))
                .isInstanceOf(V2XmlReader.FormatException.class);
        assertThatThrownBy(() -> V2XmlReader.read("<xml><a>é</a></xml>".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(V2XmlReader.FormatException.class)
                .hasMessage("it is not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x SYSTEM \"%s\"><xml/>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"%s\">]><xml><a>&e;</a></xml>",
                "<!DOCTYPE x [<!ENTITY %% e SYSTEM \"%s\">%%e;]><xml/>",
            })
    void opensNoConnection(String document) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(1);
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/x";

            assertThatThrownBy(() -> read(String.format(document, url)))
                    .isInstanceOf(V2XmlReader.FormatException.class);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void messageHasNoValueOfTheDocument() {
        assertThatThrownBy(() -> read("<xml><a>secret</a><a>secret</a></xml>"))
                .hasMessage("it contains an element twice");
        assertThatThrownBy(() -> read("<xml><a>&secret;</a></xml>")).hasMessage("it is malformed XML");
    }

    private static Map<String, String> read(String document) throws V2XmlReader.FormatException {
        return V2XmlReader.read(document.getBytes(StandardCharsets.UTF_8));
    }
}
