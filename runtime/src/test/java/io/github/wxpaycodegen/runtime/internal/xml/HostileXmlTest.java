package io.github.wxpaycodegen.runtime.internal.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that strangers made to cost time, to break the reader or to write into the log. */
class HostileXmlTest {
    /** All of the same hash, whatever is put together from them. */
    private static final String[] COLLIDING = {"Aw", "BX", "C9"};

    private static final int ELEMENTS = 45_000;

    @Test
    void readsNamesOfOneHashAsFastAsOthers() throws Exception {
        byte[] colliding = document(HostileXmlTest::collidingName);
        byte[] ordinary = document(i -> "element" + (100_000_000_000_000L + i));
        assertThat(collidingName(1).hashCode())
                .isEqualTo(collidingName(ELEMENTS).hashCode());
        assertThat(colliding.length).isEqualTo(ordinary.length);
        cpuOf(ordinary);

        long usual = cpuOf(ordinary);
        long hostile = cpuOf(colliding);

        // Quadratic, it is eighty times; a tree of names costs a little more than a table.
        assertThat(hostile).isLessThan(10 * usual + 300_000_000);
    }

    private static long cpuOf(byte[] document) throws XmlFormatException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        assertThat(V2Xml.read(document)).hasSize(ELEMENTS);
        return threads.getCurrentThreadCpuTime() - start;
    }

    private static byte[] document(IntFunction<String> name) {
        return IntStream.range(0, ELEMENTS)
                .mapToObj(name)
                .map(each -> "<" + each + "/>")
                .collect(Collectors.joining("", "<xml>", "</xml>"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String collidingName(int number) {
        StringBuilder name = new StringBuilder();
        for (int i = 0, rest = number; i < 11; i++, rest /= 3) {
            name.append(COLLIDING[rest % 3]);
        }
        return name.toString();
    }

    @Test
    void limitsElementsOfUntrustedXml() throws Exception {
        byte[] two = "<xml><a>1</a><b/></xml>".getBytes(StandardCharsets.UTF_8);

        assertThat(V2Xml.read(two, "xml", 2)).isEqualTo(Map.of("a", "1", "b", ""));
        assertThatExceptionOfType(XmlFormatException.class)
                .isThrownBy(() -> V2Xml.read(two, "xml", 1))
                .withMessageContaining("it contains more than 1 elements on line 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xml> &x;</xml>",
                "<xml>&x;</xml>",
                "<xml><a> &x;</a></xml>",
                "<xml> <![CDATA[",
                "<xml> <![CDATA[ ]]",
                "<xml> &#x0;</xml>",
                "<xml> &#xFFFFFFFFF;</xml>",
                "<xml> ]]></xml>",
                "<xml> \u0001</xml>",
                "<xml> <",
                "<xml> &",
                "<xml> </xm",
                "<xml><a>1</a> &x;",
                "<xml><a></a></xml> &x;",
                "<xml><a></a></xml><![CDATA[ ",
                "<?xml version=\"1.0\" encoding=\"UTF-8\" ?",
                "<?xml version=\"7\"?><xml/>",
                "<?xml version=\"1.0\" encoding=\"UTF-16\"?><xml/>",
                "<?xml version=\"1.0\" encoding=\"\"?><xml/>",
                "<xml><!-"
            })
    void reportsMalformedTextAsDeclared(String document) {
        for (Set<String> nestable : Set.of(Set.<String>of(), Set.of("a"))) {
            assertThatExceptionOfType(XmlFormatException.class)
                    .isThrownBy(() -> V2Xml.read(document.getBytes(StandardCharsets.UTF_8), "xml", nestable));
        }
    }

    @Test
    void showsNamesCutAndPrintable() {
        String name = "n".repeat(400_000);

        assertThat(refusal("<xml><" + name + ">1</" + name + "><" + name + ">1</" + name + "></xml>"))
                .isEqualTo("it is not valid v2 XML: it contains the element <" + "n".repeat(64) + "…> twice on line 1");
        assertThat(refusal("<xml><a><" + name + "/></a></xml>")).hasSizeLessThan(200);
        assertThat(refusal("<xml><" + name)).hasSizeLessThan(400);
        assertThat(refusal("<xml><" + name + "></b></xml>")).hasSizeLessThan(400);
        assertThat(refusal("<xml><a>&" + name + ";</a></xml>")).hasSizeLessThan(400);
    }

    @Test
    void showsDeclaredEncodingsCutAndPrintable() {
        assertThat(refusal("<?xml version=\"1.0\" encoding=\"GBK\"?><xml/>"))
                .isEqualTo("the XML declares the encoding GBK, but v2 messages must be UTF-8");
        assertThat(refusal("<?xml version=\"1.0\" encoding=\"GBK\n2026-01-01 INFO paid\"?><xml/>"))
                .doesNotContain("\n");
        assertThat(refusal("<?xml version=\"1.0\" encoding=\"" + "G".repeat(400_000) + "\"?><xml/>"))
                .hasSizeLessThan(400);
    }

    private static String refusal(String document) {
        try {
            V2Xml.read(document.getBytes(StandardCharsets.UTF_8));
        } catch (XmlFormatException e) {
            for (Throwable each = e; each != null; each = each.getCause()) {
                assertThat(each.toString()).hasSizeLessThan(2_000).doesNotContain("\n");
            }
            return e.getMessage();
        }
        throw new AssertionError("it was read");
    }
}
