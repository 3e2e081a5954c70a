package io.github.wxpaycodegen.runtime.internal.xml;

import io.github.wxpaycodegen.runtime.xml.internal.stax2.XMLInputFactory2;
import io.github.wxpaycodegen.runtime.xml.internal.wstx.api.ReaderConfig;
import io.github.wxpaycodegen.runtime.xml.internal.wstx.stax.WstxInputFactory;
import javax.xml.stream.XMLInputFactory;

/** The parser of v2's XML: no DTD, no entities of the document's own, and linear in the length of any document. */
final class V2XmlInput extends WstxInputFactory {
    V2XmlInput() {
        setProperty(XMLInputFactory.SUPPORT_DTD, false);
        setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        setProperty(XMLInputFactory.IS_COALESCING, true);
        // A token that is parsed when it is asked for reports malformed text by an unchecked exception.
        setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
    }

    @Override
    public ReaderConfig createPrivateConfig() {
        return getConfig().createNonShared(new XmlNames());
    }
}
