import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.openapi.OpenApi;
import io.github.wxpaycodegen.generator.openapi.OpenApiVersion;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import io.github.wxpaycodegen.generator.read.SpecReader;
import java.nio.file.Files;
import java.nio.file.Path;

/** Exports all specs below the first argument into the second, as JSON: YAML of this size is beyond the peer's limit. */
public final class ExportOpenApi {
    public static void main(String[] args) throws Exception {
        Specs specs =
                SpecReader.read(SpecFiles.ofDirectory(Path.of(args[0]))).specs().orElseThrow();
        Files.writeString(
                Path.of(args[1]), OpenApi.export(specs, OpenApiVersion.V3_0, "1").toJson());
    }
}
