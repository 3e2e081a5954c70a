package io.github.wxpaycodegen.runtime.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** Bytes count in whatever way they are read. */
class LimitedStreamTest {
    @Test
    void countsSingleBytes() throws IOException {
        InputStream in = limited(3, 2);

        assertThat(in.read()).isZero();
        assertThat(in.read()).isZero();
        assertThatThrownBy(in::read).isInstanceOf(BillFormatException.class);
        assertThat(limited(0, 1).read()).isEqualTo(-1);
    }

    @Test
    void countsSkippedBytes() throws IOException {
        InputStream in = limited(5, 4);

        assertThat(in.skip(3)).isEqualTo(3);
        assertThatThrownBy(() -> in.skip(2)).isInstanceOf(BillFormatException.class);
    }

    @Test
    void countsBlocksButNotTheEnd() throws IOException {
        InputStream in = limited(4, 4);

        assertThat(in.read(new byte[8])).isEqualTo(4);
        assertThat(in.read(new byte[8])).isEqualTo(-1);
        assertThat(in.read()).isEqualTo(-1);
        assertThatThrownBy(() -> limited(5, 4).read(new byte[8])).isInstanceOf(BillFormatException.class);
    }

    @Test
    void doesNotSupportMark() {
        assertThat(limited(1, 1).markSupported()).isFalse();
    }

    private static InputStream limited(int bytes, long limit) {
        return new LimitedStream(new ByteArrayInputStream(new byte[bytes]), limit);
    }
}
