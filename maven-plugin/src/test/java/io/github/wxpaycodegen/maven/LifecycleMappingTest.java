package io.github.wxpaycodegen.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Eclipse knows what to do with each goal that a build may contain. */
class LifecycleMappingTest {
    @Test
    void coversAllGoalsWithPhase() throws Exception {
        assertThat(texts(read("/META-INF/m2e/lifecycle-mapping-metadata.xml").getElementsByTagName("goal")))
                .isEqualTo(boundGoals())
                .contains("generate");
    }

    /** Returns the goals of the plugin's descriptor that have a default phase. */
    private static Set<String> boundGoals() throws Exception {
        Set<String> goals = new TreeSet<>();
        NodeList mojos = read("/META-INF/maven/plugin.xml").getElementsByTagName("mojo");
        for (int i = 0; i < mojos.getLength(); i++) {
            Element mojo = (Element) mojos.item(i);
            if (mojo.getElementsByTagName("phase").getLength() > 0) {
                goals.add(mojo.getElementsByTagName("goal").item(0).getTextContent());
            }
        }
        return goals;
    }

    private static Set<String> texts(NodeList nodes) {
        Set<String> texts = new TreeSet<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    private static Document read(String resource) throws IOException, ParserConfigurationException, SAXException {
        try (InputStream in = LifecycleMappingTest.class.getResourceAsStream(resource)) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        }
    }
}
