package io.github.wxpaycodegen.runtime.internal.wire;

/** Receives the text of a field. */
@FunctionalInterface
interface TextSink {
    void put(String name, String text);
}
