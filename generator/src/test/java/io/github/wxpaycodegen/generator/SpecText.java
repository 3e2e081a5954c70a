package io.github.wxpaycodegen.generator;

import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecReader;
import io.github.wxpaycodegen.generator.read.SpecReading;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Specs within tests, and what is printed of them. */
public final class SpecText {
    private SpecText() {}

    public static SpecFile file(String path, String text) {
        return new SpecFile(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** An endpoint {@code v2/pay/a} whose request has these fields, a line each. */
    public static SpecFile endpoint(String... requestFields) {
        StringBuilder text = new StringBuilder("uri: v2/pay/a\npost:\n  title: A\n  request:\n");
        for (String field : requestFields) {
            text.append("    ").append(field).append('\n');
        }
        return file("v2/pay/a.yaml", text.toString());
    }

    /** The one field of a request. */
    static Field field(String field) {
        return SpecReader.read(List.of(endpoint(field)))
                .readable()
                .endpoints()
                .get(0)
                .operations()
                .get(0)
                .request()
                .shape()
                .fields()
                .get(0);
    }

    /** All errors, those of names included, as a user sees them. */
    public static String errors(SpecFile... files) {
        SpecReading reading = SpecReader.read(List.of(files));
        return SpecReading.printer(List.of(files)).print(SpecCheck.check(reading));
    }
}
