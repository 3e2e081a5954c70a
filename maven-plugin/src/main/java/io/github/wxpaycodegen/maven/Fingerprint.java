package io.github.wxpaycodegen.maven;

import io.github.wxpaycodegen.generator.GeneratorOptions;
import io.github.wxpaycodegen.generator.hash.Sha256;
import io.github.wxpaycodegen.generator.read.SpecFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** Digest of everything that the output depends on. Different inputs have different fingerprints. */
final class Fingerprint {
    private final MessageDigest digest = Sha256.create();

    /** Adds a text, for instance the version of the generator. */
    Fingerprint text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds texts in their order. */
    Fingerprint texts(List<String> texts) {
        count(texts.size());
        texts.forEach(this::text);
        return this;
    }

    /** Adds the options. */
    Fingerprint options(GeneratorOptions options) {
        return text(options.basePackage())
                .texts(options.includes())
                .texts(options.excludes())
                .text(options.outputDirectory().toString())
                .text(options.resourceDirectory().toString());
    }

    /** Adds the specs. */
    Fingerprint specs(List<SpecFile> specs) {
        count(specs.size());
        for (SpecFile spec : specs) {
            text(spec.path()).text(spec.digest());
        }
        return this;
    }

    /** Returns the digest in hex. Call it last. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Adds the length first, so that no part can look like the end of another. */
    private Fingerprint bytes(byte[] part) {
        count(part.length);
        digest.update(part);
        return this;
    }

    private void count(int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }
}
