package io.github.wxpaycodegen.simulator.internal.compiled;

import io.github.wxpaycodegen.generator.model.Specs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Writes the model of specs, and reads it again. The bytes begin with a digest of the specs and of the classes of the
 * model: what other specs or classes have left is not read.
 */
public final class CompiledSpecs {
    private static final String DAMAGED = "the compiled specs in the jar of the simulator are damaged";

    private CompiledSpecs() {}

    /**
     * Returns the bytes of a model. They are the same for the same model.
     *
     * @param source identifies the specs from which the model was read
     */
    public static byte[] write(Specs specs, String source) {
        ValueFormats formats = new ValueFormats();
        ValueFormat<Specs> format = formats.of(Specs.class);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(digest(source, formats));
        try {
            format.write(specs, new ValueOutput(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Returns the model; empty if it is of other specs, or was written for other classes.
     *
     * @throws IOException if the bytes are damaged
     */
    public static Optional<Specs> read(byte[] bytes, String source) throws IOException {
        ValueFormats formats = new ValueFormats();
        ValueFormat<Specs> format = formats.of(Specs.class);
        byte[] digest = digest(source, formats);
        if (!Arrays.equals(digest, 0, digest.length, bytes, 0, Math.min(digest.length, bytes.length))) {
            return Optional.empty();
        }
        ValueInput in = new ValueInput(Arrays.copyOfRange(bytes, digest.length, bytes.length));
        Specs specs;
        try {
            specs = format.read(in);
        } catch (RuntimeException e) {
            // Of which kind depends on the byte that is wrong.
            throw new IOException(DAMAGED, e);
        }
        if (in.hasMore()) {
            throw new IOException(DAMAGED);
        }
        return Optional.of(specs);
    }

    private static byte[] digest(String source, ValueFormats formats) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(source.getBytes(StandardCharsets.UTF_8));
            return sha256.digest(formats.declarations().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
