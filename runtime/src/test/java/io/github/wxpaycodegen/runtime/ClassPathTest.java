package io.github.wxpaycodegen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ServiceLoader;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Libraries that must not be on a user's class path: they change how the application reads and writes. */
class ClassPathTest {
    @ParameterizedTest
    @ValueSource(classes = {XMLInputFactory.class, XMLOutputFactory.class, XMLEventFactory.class})
    void offersNoStaxProvider(Class<?> factory) {
        assertThat(ServiceLoader.load(factory).stream()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tools.jackson.dataformat.xml.XmlMapper",
                "com.fasterxml.jackson.dataformat.xml.XmlMapper",
                "com.ctc.wstx.stax.WstxInputFactory",
                "org.codehaus.stax2.XMLInputFactory2"
            })
    void hasNoXmlMapperOrParser(String name) {
        assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
    }
}
