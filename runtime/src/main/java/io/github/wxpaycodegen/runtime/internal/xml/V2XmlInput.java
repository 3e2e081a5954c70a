package io.github.wxpaycodegen.runtime.internal.xml;

import io.github.wxpaycodegen.runtime.xml.internal.stax2.XMLInputFactory2;
import io.github.wxpaycodegen.runtime.xml.internal.wstx.api.ReaderConfig;
import io.github.wxpaycodegen.runtime.xml.internal.wstx.stax.WstxInputFactory;
import javax.xml.stream.XMLInputFactory;

/** The parser for the XML of v2: without DTDs and custom entities, in linear time for any document. */
final class V2XmlInput extends WstxInputFactory {
    V2XmlInput() {
        setProperty(XMLInputFactory.SUPPORT_DTD, false);
        setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        setProperty(XMLInputFactory.IS_COALESCING, true);
        // Without this, malformed text would cause an unchecked exception when a token is read.
        setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
    }

    @Override
    public ReaderConfig createPrivateConfig() {
        return getConfig().createNonShared(new XmlNames());
    }
}
