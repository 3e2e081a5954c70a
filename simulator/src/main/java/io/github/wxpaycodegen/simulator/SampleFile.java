package io.github.wxpaycodegen.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** The file that every download answers: a bill, as the gateway writes them. */
final class SampleFile {
    private static final String BILL = "\uFEFF交易时间,商户号,商户订单号,订单金额\r\n"
            + "`2026-01-01 08:00:00,`1230000109,`20260101080000,`0.01\r\n"
            + "总交易单数,应结订单总金额\r\n"
            + "`1,`0.01\r\n";

    private SampleFile() {}

    /** The SHA-1 of a file in lower-case hex, by which the gateway names files. */
    static String sha1(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-1", e);
        }
    }

    /** The bytes of the bill: UTF-8 with a byte order mark, a backtick before each cell; or the same in gzip. */
    static byte[] bill(boolean gzip) {
        byte[] plain = BILL.getBytes(StandardCharsets.UTF_8);
        if (!gzip) {
            return plain;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
