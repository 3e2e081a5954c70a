package io.github.wxpaycodegen.generator;

import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecReader;
import io.github.wxpaycodegen.generator.read.SpecReading;
import java.util.Arrays;
import java.util.List;

/** Any bytes are a spec from which sources can be emitted, or get diagnostics; the first byte chooses the kind of file. */
public final class SpecsFuzz {
    private static final List<String> PLACES = List.of(
            "v2/pay/a.yaml", "v3/pay/a/{id}.yaml", "v2/pay/_types.yaml", "notifications/v3/A.yaml", "v3/_errors.yaml");

    /** What a spec may refer to. */
    private static final List<SpecFile> OTHERS = List.of(
            SpecText.file(
                    "v3/_types.yaml", "types:\n  Amount: {fields: {total: {type: integer}}}\n  State: {enum: [A]}\n"),
            SpecText.file("v2/pay/query.yaml", "uri: v2/pay/query\npost: {title: Q, readOnly: true, request: {}}\n"));

    private SpecsFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        String place = PLACES.get((input[0] & 0xff) % PLACES.size());
        List<SpecFile> files =
                List.of(new SpecFile(place, Arrays.copyOfRange(input, 1, input.length)), OTHERS.get(0), OTHERS.get(1));
        SpecReading reading = SpecReader.read(files);
        List<Diagnostic> wrong = SpecCheck.check(reading);
        if (SpecReading.printer(files).print(wrong).isEmpty()) {
            throw new AssertionError("nothing is printed, not even the number of errors");
        }
        if (!wrong.isEmpty()) {
            return;
        }
        Specs specs = reading.specs().orElseThrow(() -> new AssertionError("there are neither errors nor specs"));
        if (SupportCheck.check(specs).isEmpty()) {
            GeneratedClient.emit(specs);
        }
    }
}
