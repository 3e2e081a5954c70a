package io.github.wxpaycodegen.springboot.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * Hints for native images. Generated messages read and write themselves without reflection, so there is little to hint at.
 */
final class WxPayRuntimeHints implements RuntimeHintsRegistrar {
    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        hints.resources().registerPattern(StarterVersion.RESOURCE);
        // The runtime looks it up by name, for the SM suite.
        hints.reflection()
                .registerTypeIfPresent(
                        classLoader,
                        "org.bouncycastle.jce.provider.BouncyCastleProvider",
                        MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS);
    }
}
