package io.github.wxpaycodegen.runtime.internal.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.internal.crypto.VerificationException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class PlainDigestTest {
    private static final byte[] CSV = "abc".getBytes(StandardCharsets.US_ASCII);
    private static final String SHA1_OF_ABC = "a9993e364706816aba3e25717850c26c9cd0d89d";

    @Test
    void digestIsThatOfPlainText() throws Exception {
        assertThat(PlainDigest.sha1(CSV)).isEqualTo(SHA1_OF_ABC);
        assertThat(PlainDigest.sha1(gzip(CSV))).isEqualTo(SHA1_OF_ABC);
    }

    @Test
    void rejectsBrokenGzip() throws Exception {
        byte[] broken = gzip(CSV);
        broken[broken.length - 5] ^= 1;
        assertThatThrownBy(() -> PlainDigest.sha1(broken)).isInstanceOf(VerificationException.class);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }
}
