/** The XML parser and generator of the runtime, for the runtime only. */
// The runtime, to which packages are exported, is built after this module.
@SuppressWarnings("module")
module io.github.wxpaycodegen.runtime.xml {
    // These types are in signatures of the parser, which the runtime extends.
    requires transitive java.xml;

    exports io.github.wxpaycodegen.runtime.xml.internal.jackson.core to
            io.github.wxpaycodegen.runtime;
    exports io.github.wxpaycodegen.runtime.xml.internal.jackson.dataformat.xml to
            io.github.wxpaycodegen.runtime;
    exports io.github.wxpaycodegen.runtime.xml.internal.jackson.dataformat.xml.deser to
            io.github.wxpaycodegen.runtime;
    exports io.github.wxpaycodegen.runtime.xml.internal.jackson.dataformat.xml.ser to
            io.github.wxpaycodegen.runtime;
    exports io.github.wxpaycodegen.runtime.xml.internal.stax2 to
            io.github.wxpaycodegen.runtime;
    exports io.github.wxpaycodegen.runtime.xml.internal.stax2.ri to
            io.github.wxpaycodegen.runtime;
    exports io.github.wxpaycodegen.runtime.xml.internal.wstx.api to
            io.github.wxpaycodegen.runtime;
    exports io.github.wxpaycodegen.runtime.xml.internal.wstx.stax to
            io.github.wxpaycodegen.runtime;
    exports io.github.wxpaycodegen.runtime.xml.internal.wstx.util to
            io.github.wxpaycodegen.runtime;
}
