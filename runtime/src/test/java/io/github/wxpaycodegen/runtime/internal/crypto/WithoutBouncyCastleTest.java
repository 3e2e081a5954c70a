package io.github.wxpaycodegen.runtime.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wxpaycodegen.runtime.Vectors;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A class path as users have it who do without the SM suite. */
class WithoutBouncyCastleTest {
    @Test
    void smNamesMissingDependency() throws Exception {
        try (URLClassLoader classes = new URLClassLoader(urls(), ClassLoader.getPlatformClassLoader())) {
            Object builder = classes.loadClass(WxPayConfig.class.getName())
                    .getMethod("builder")
                    .invoke(null);

            configure(builder, TestKeys.pem(TestKeys.rsa().getPrivate()));
            builder.getClass().getMethod("build").invoke(builder);

            byte[] sm2 = Vectors.text("sm-merchant-private-key.pem").getBytes(StandardCharsets.US_ASCII);
            InvocationTargetException refused =
                    catchThrowableOfType(InvocationTargetException.class, () -> configure(builder, sm2));
            assertThat(refused.getCause().getClass().getSimpleName()).isEqualTo("ConfigurationException");
            assertThat(refused.getCause())
                    .hasMessage(
                            "The SM2 key or certificate needs BouncyCastle: add the dependency org.bouncycastle:bcprov-jdk18on");
        }
    }

    @Test
    void rejectsKeyOfAnotherCurve() throws Exception {
        KeyPairGenerator p256 = KeyPairGenerator.getInstance("EC");
        p256.initialize(new ECGenParameterSpec("secp256r1"));
        try (URLClassLoader classes = new URLClassLoader(urls(), ClassLoader.getPlatformClassLoader())) {
            Object builder = classes.loadClass(WxPayConfig.class.getName())
                    .getMethod("builder")
                    .invoke(null);
            configure(builder, TestKeys.pem(p256.generateKeyPair().getPrivate()));

            InvocationTargetException refused = catchThrowableOfType(
                    InvocationTargetException.class,
                    () -> builder.getClass().getMethod("build").invoke(builder));
            assertThat(refused.getCause())
                    .hasMessage("merchantPrivateKeyPem: it is neither an RSA nor an SM2 key, but EC");
        }
    }

    private static void configure(Object builder, byte[] pem) throws Exception {
        builder.getClass().getMethod("merchantPrivateKeyPem", byte[].class).invoke(builder, (Object) pem);
    }

    private static URL[] urls() throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!Path.of(entry).getFileName().toString().startsWith("bc")) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }
}
