package io.github.wxpaycodegen.runtime.internal.xml;

import io.github.wxpaycodegen.runtime.FitMessages;
import java.util.Map;
import java.util.Set;

/** Any bytes are XML of v2, which is read again as it was written, or are refused as declared. */
public final class XmlFuzz {
    private XmlFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            Map<String, String> fields = V2Xml.read(input);
            if (!V2Xml.read(V2Xml.write(fields)).equals(fields)) {
                throw new AssertionError("what was written is read as something else");
            }
            V2Xml.read(input, "xml", 500);
        } catch (XmlFormatException e) {
            FitMessages.require(e);
        }
        try {
            V2Xml.read(input, "xml", Set.of("list", "a"));
        } catch (XmlFormatException e) {
            FitMessages.require(e);
        }
    }
}
