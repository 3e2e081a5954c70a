package io.github.wxpaycodegen.runtime.wire;

/** Takes the text of a field. */
@FunctionalInterface
interface TextSink {
    void put(String name, String text);
}
