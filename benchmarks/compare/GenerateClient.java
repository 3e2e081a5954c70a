import io.github.wxpaycodegen.generator.GenerationResult;
import io.github.wxpaycodegen.generator.Generator;
import io.github.wxpaycodegen.generator.GeneratorOptions;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import java.nio.file.Path;

/** Generates the client of all specs below the first argument into the second. */
public final class GenerateClient {
    public static void main(String[] args) throws Exception {
        Path output = Path.of(args[1]);
        GenerationResult result = Generator.generate(
                SpecFiles.ofDirectory(Path.of(args[0])),
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
