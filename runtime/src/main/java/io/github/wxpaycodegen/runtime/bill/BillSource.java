package io.github.wxpaycodegen.runtime.bill;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opens the bytes of a bill, plain or gzip, as text, and detects error documents. */
final class BillSource {
    private static final int BUFFER = 1 << 16;
    /** The maximum amount of white space before the first character, by which an error document is recognized. */
    private static final int MAX_LEADING = 64;

    private BillSource() {}

    static Reader open(InputStream in, BillLimits limits) throws IOException {
        try {
            InputStream plain = new BufferedInputStream(new LimitedStream(unpack(in), limits.maxPlainBytes()), BUFFER);
            skipByteOrderMark(plain);
            refuseOtherDocuments(plain);
            return new InputStreamReader(
                    plain,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT));
        } catch (EOFException | ZipException e) {
            throw BillFormatException.of("its gzip is cut off or damaged", e);
        }
    }

    private static InputStream unpack(InputStream in) throws IOException {
        BufferedInputStream packed = new BufferedInputStream(in, BUFFER);
        packed.mark(2);
        boolean gzip = packed.read() == 0x1F && packed.read() == 0x8B;
        packed.reset();
        return gzip ? new GZIPInputStream(packed, BUFFER) : packed;
    }

    private static void skipByteOrderMark(InputStream plain) throws IOException {
        plain.mark(3);
        if (plain.read() != 0xEF || plain.read() != 0xBB || plain.read() != 0xBF) {
            plain.reset();
        }
    }

    private static void refuseOtherDocuments(InputStream plain) throws IOException {
        plain.mark(ErrorDocument.MAX_BYTES);
        int first = plain.read();
        for (int i = 0; i < MAX_LEADING && Character.isWhitespace(first); i++) {
            first = plain.read();
        }
        plain.reset();
        if (first == '<' || first == '{') {
            throw ErrorDocument.read(plain.readNBytes(ErrorDocument.MAX_BYTES), first == '<');
        }
    }
}
