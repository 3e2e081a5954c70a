package io.github.wxpaycodegen.simulator.internal.specs;

import io.github.wxpaycodegen.simulator.internal.compiled.CompiledSpecs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compiles the bundled specs, as a step of the simulator's build. */
public final class SpecCompiler {
    private SpecCompiler() {}

    /**
     * Writes the model of the specs on the class path.
     *
     * @param args the directory of the simulator's classes
     */
    public static void main(String[] args) throws IOException {
        ClassLoader classPath = SpecCompiler.class.getClassLoader();
        Path file = Path.of(args[0])
                .resolve(SpecLoader.class.getPackageName().replace('.', '/'))
                .resolve(SpecLoader.COMPILED);
        Files.createDirectories(file.getParent());
        Files.write(
                file,
                CompiledSpecs.write(
                        SpecLoader.readYaml(classPath), SpecIdentity.of(classPath, SpecLoader.certificates())));
    }
}
