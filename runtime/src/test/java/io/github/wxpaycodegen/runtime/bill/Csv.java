package io.github.wxpaycodegen.runtime.bill;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** Bills as texts, for tests of what reads them. */
final class Csv {
    static final String BOM = "\uFEFF";

    /** A small trade bill's header, and the header of its summary. */
    static final String NAMES = "交易时间,商户订单号,订单金额,商品名称";

    static final String TOTALS = "总交易单数,订单总金额";

    private Csv() {}

    /** The cells of a row, each led by a backtick. */
    static String row(String... cells) {
        return Arrays.stream(cells).map(cell -> "`" + cell).collect(Collectors.joining(","));
    }

    /** Lines that end as those of WeChat Pay do. */
    static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    /** A small trade bill with the given rows, whose summary counts them. */
    static String trade(String... rows) {
        String body = rows.length == 0 ? "" : lines(rows);
        return lines(NAMES) + body + lines(TOTALS, row(Integer.toString(rows.length), "0.00"));
    }

    static InputStream plain(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] gzip(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
