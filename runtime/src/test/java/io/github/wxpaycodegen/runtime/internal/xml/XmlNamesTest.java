package io.github.wxpaycodegen.runtime.internal.xml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class XmlNamesTest {
    private static final char[] BUFFER = "<appid>".toCharArray();

    @Test
    void returnsOneInstanceOfName() {
        XmlNames names = new XmlNames();
        String name = names.findSymbol(BUFFER, 1, 5, 0);

        assertThat(name).isEqualTo("appid");
        assertThat(names.findSymbol("appid")).isSameAs(name);
        assertThat(names.findSymbolIfExists(BUFFER, 1, 5, 0)).isSameAs(name);
    }

    @Test
    void findsNoNameThatDidNotOccur() {
        XmlNames names = new XmlNames();

        assertThat(names.findSymbolIfExists(BUFFER, 1, 5, 0)).isNull();
        assertThat(names.findSymbolIfExists(BUFFER, 1, 5, 0)).isNull();
    }

    @Test
    void keepsNothingForNextDocument() {
        XmlNames names = new XmlNames();
        names.findSymbol("appid");

        assertThat(names.isDirty()).isFalse();
    }
}
