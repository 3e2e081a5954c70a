package io.github.wxpaycodegen.generator.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BinaryValuesTest {
    private static final int DIGEST_LENGTH = 32;
    private static final BinaryValues<Folder> FOLDERS = new BinaryValues<>(Folder.class);
    private static final Folder FOLDER = new Folder("v3/pay", List.of("支付"));

    /** A value. */
    public record Folder(String path, List<String> titles) {}

    /** A value that looks like the other in bytes. */
    public record Renamed(String place, List<String> titles) {}

    @Test
    void areReadAgain() throws IOException {
        assertThat(FOLDERS.read(FOLDERS.write(FOLDER))).hasValue(FOLDER);
    }

    @Test
    void ofOtherDeclarationsAreNotRead() throws IOException {
        byte[] other = new BinaryValues<>(Renamed.class).write(new Renamed("v3/pay", List.of("支付")));

        assertThat(FOLDERS.read(other)).isEmpty();
    }

    @Test
    void withoutDigestAreNotRead() throws IOException {
        assertThat(FOLDERS.read(new byte[0])).isEmpty();
    }

    @Test
    void thatAreDamagedAreAnError() {
        byte[] bytes = FOLDERS.write(FOLDER);
        byte[] otherReference = bytes.clone();
        otherReference[DIGEST_LENGTH] = 9;

        assertDamaged(Arrays.copyOf(bytes, bytes.length - 1));
        assertDamaged(Arrays.copyOf(bytes, bytes.length + 1));
        assertDamaged(otherReference);
    }

    private static void assertDamaged(byte[] bytes) {
        assertThatIOException().isThrownBy(() -> FOLDERS.read(bytes)).withMessageStartingWith("damaged");
    }
}
