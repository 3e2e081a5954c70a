package io.github.wxpaycodegen.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaMojoTest {
    @TempDir
    private Path root;

    @Test
    void writesTheSchemaOfThisVersion() throws IOException {
        Path file = SchemaMojo.write(root.resolve("src/main/wxpay"));

        assertThat(file).hasSameTextualContentAs(Path.of("../api-specs/schema/wxpay-spec-1.schema.json"));
        assertThat(file).isEqualTo(root.resolve("src/main/wxpay/wxpay-spec-1.schema.json"));
    }

    @Test
    void rewritesOnlyChangedSchema() throws IOException {
        Path file = SchemaMojo.write(root);
        FileTime time = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(file, time);

        SchemaMojo.write(root);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(time);

        Files.writeString(file, "{}");
        assertThat(SchemaMojo.write(root)).content().startsWith("{\n  \"$schema\"");
    }
}
