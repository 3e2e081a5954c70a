package io.github.wxpaycodegen.generator.tool;

import io.github.wxpaycodegen.generator.read.CompiledSpecs;
import java.io.IOException;
import java.nio.file.Path;

/** Compiles the bundled specs, as a step of the build that packs them. */
public final class SpecCompiler {
    private SpecCompiler() {}

    /**
     * Compiles all specs of a directory, and writes the result to it.
     *
     * @param args the directory
     */
    public static void main(String[] args) throws IOException {
        CompiledSpecs.write(Path.of(args[0]));
    }
}
