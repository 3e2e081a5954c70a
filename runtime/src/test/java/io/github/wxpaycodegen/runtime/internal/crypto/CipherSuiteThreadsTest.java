package io.github.wxpaycodegen.runtime.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A suite and a signer serve all threads of a process at once, and each gets its own result. */
class CipherSuiteThreadsTest {
    private static final int THREADS = 8;
    private static final int CALLS = 200;

    static Stream<Arguments> suites() {
        return Stream.of(Arguments.of(Named.of("RSA", TestKeys.rsa())), Arguments.of(Named.of("SM2", SmKeys.sm2())));
    }

    @ParameterizedTest
    @MethodSource("suites")
    void initializesOnManyThreads(KeyPair keys) throws Exception {
        CipherSuite suite = CipherSuite.of(keys.getPublic());
        V3Signer signer = new V3Signer(keys.getPrivate(), "1", null);
        List<Callable<Boolean>> calls = IntStream.range(0, CALLS)
                .mapToObj(i -> (Callable<Boolean>) () -> isRight(suite, signer, keys, "张三 " + i))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (Future<Boolean> call : threads.invokeAll(calls)) {
                assertThat(call.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean isRight(CipherSuite suite, V3Signer signer, KeyPair keys, String text) throws Exception {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        byte[] opened = suite.decryptField(keys.getPrivate(), suite.encryptField(keys.getPublic(), plain));
        byte[] signature = Base64.getDecoder().decode(signer.sign(text));
        return Arrays.equals(opened, plain) && suite.verify(keys.getPublic(), plain, signature);
    }
}
