package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.message.FieldReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a response as the texts of its fields. */
public final class Read {
    private Read() {}

    public static Map<String, String> readFrom(FieldReader in) {
        Map<String, String> texts = new LinkedHashMap<>();
        in.names().forEach(name -> texts.put(name, String.valueOf(in.string(name))));
        in.unknownFields().asMap().forEach(texts::put);
        return texts;
    }
}
