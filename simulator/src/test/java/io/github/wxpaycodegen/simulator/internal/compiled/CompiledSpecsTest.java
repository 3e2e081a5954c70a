package io.github.wxpaycodegen.simulator.internal.compiled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.wxpaycodegen.generator.model.ErrorCatalog;
import io.github.wxpaycodegen.generator.model.Specs;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CompiledSpecsTest {
    private static final int DIGEST_LENGTH = 32;

    private static final Specs SPECS = new Specs(
            List.of(),
            List.of(),
            List.of(),
            new TreeMap<>(Map.of("v3/pay", "支付")),
            Set.of("v3/marketing"),
            new ErrorCatalog(List.of(), List.of(), List.of()));

    @Test
    void areReadAgain() throws IOException {
        assertThat(CompiledSpecs.read(CompiledSpecs.write(SPECS, "a.yaml 1"), "a.yaml 1"))
                .hasValue(SPECS);
    }

    @Test
    void ofOtherSpecsAreNotRead() throws IOException {
        assertThat(CompiledSpecs.read(CompiledSpecs.write(SPECS, "a.yaml 1"), "a.yaml 2"))
                .isEmpty();
    }

    @Test
    void withoutDigestAreNotRead() throws IOException {
        assertThat(CompiledSpecs.read(new byte[0], "a.yaml 1")).isEmpty();
    }

    @Test
    void thatAreDamagedAreAnError() {
        byte[] bytes = CompiledSpecs.write(SPECS, "a.yaml 1");
        byte[] otherReference = bytes.clone();
        otherReference[DIGEST_LENGTH] = 9;

        assertDamaged(Arrays.copyOf(bytes, bytes.length - 1));
        assertDamaged(Arrays.copyOf(bytes, bytes.length + 1));
        assertDamaged(otherReference);
    }

    private static void assertDamaged(byte[] bytes) {
        assertThatIOException()
                .isThrownBy(() -> CompiledSpecs.read(bytes, "a.yaml 1"))
                .withMessage("the compiled specs in the jar of the simulator are damaged");
    }
}
