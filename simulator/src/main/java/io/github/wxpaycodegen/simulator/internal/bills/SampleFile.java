package io.github.wxpaycodegen.simulator.internal.bills;

import io.github.wxpaycodegen.simulator.internal.http.FileContent;
import java.nio.charset.StandardCharsets;

/** The files that have nothing to do with anything that happened. */
public final class SampleFile {
    private static final byte[] RECEIPT =
            "%PDF-1.4\n% a receipt of the simulator\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private SampleFile() {}

    /** What a download answers whose token nobody was told. */
    public static FileContent bill() {
        return SampleRows.trade(TradeBill.Kind.ALL, 1, "1230000109");
    }

    /** An electronic receipt, which begins as a PDF does. */
    static FileContent receipt() {
        return FileContent.of(RECEIPT);
    }
}
