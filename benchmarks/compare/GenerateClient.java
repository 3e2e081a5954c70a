import io.github.wxpaycodegen.generator.GenerationResult;
import io.github.wxpaycodegen.generator.Generator;
import io.github.wxpaycodegen.generator.GeneratorOptions;
import io.github.wxpaycodegen.generator.read.BundledSpecs;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import java.nio.file.Path;
import java.util.List;

/** Generates the client of all specs below the first argument, or of the {@code bundled} ones, into the second. */
public final class GenerateClient {
    public static void main(String[] args) throws Exception {
        List<SpecFile> specs = args[0].equals("bundled")
                ? BundledSpecs.read(GenerateClient.class.getClassLoader())
                : SpecFiles.ofDirectory(Path.of(args[0]));
        Path output = Path.of(args[1]);
        GenerationResult result = Generator.generate(
                specs,
                GeneratorOptions.builder()
                        .basePackage("io.github.wxpaycodegen.client")
                        .outputDirectory(output.resolve("java"))
                        .resourceDirectory(output.resolve("resources"))
                        .build());
        if (!result.succeeded()) {
            throw new IllegalStateException(result.diagnostics().toString());
        }
    }
}
