package io.github.wxpaycodegen.simulator.internal.bills;

import io.github.wxpaycodegen.simulator.internal.http.FileContent;
import java.nio.charset.StandardCharsets;

/** Sample files, which do not depend on stored orders. */
public final class SampleFile {
    private static final byte[] RECEIPT =
            "%PDF-1.4\n% a receipt of the simulator\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private SampleFile() {}

    /** Returns the file of a token that was not issued. */
    public static FileContent bill() {
        return SampleRows.trade(TradeBill.Kind.ALL, 1, "1230000109");
    }

    /** Returns an electronic receipt, which starts like a PDF. */
    static FileContent receipt() {
        return FileContent.of(RECEIPT);
    }
}
