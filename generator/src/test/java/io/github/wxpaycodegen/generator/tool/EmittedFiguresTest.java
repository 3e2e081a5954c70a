package io.github.wxpaycodegen.generator.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmittedFiguresTest {
    @TempDir
    Path sources;

    @BeforeEach
    void emit() throws IOException {
        write("a/Amount.java", """
                // Generated.
                package a;

                /**
                 * An amount.
                 */
                public final class Amount extends SentMessage {
                    /* Not a field:
                    private final @Nullable Long old;
                    */
                    private final @Nullable Long total;
                    private final java.util.@Nullable List<Good> goods;

                    /** Builds it. */
                    public static final class Builder extends MessageBuilder<Builder> {
                        private @Nullable Long total;
                    }
                }
                """);
        write("b/Amount.java", "package b;\nenum Amount {\n}\n");
        write(
                "b/PayApi.java",
                "package b;\npublic interface PayApi {\n    Object A = Operation.<R, S>v3();\n// " + "x".repeat(137)
                        + "\n// " + "x".repeat(138) + "\n}\n");
        write("b/notes.txt", "class Note {}\n".repeat(9));
    }

    private void write(String file, String text) throws IOException {
        Path path = sources.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    @Test
    void countsCodeWithoutBlankLinesAndComments() throws IOException {
        EmittedFigures figures = EmittedFigures.of(sources);

        assertThat(figures.lines()).isEqualTo(18 + 3 + 6);
        assertThat(figures.messageCodeLines()).isEqualTo(8);
        assertThat(figures.codeLines()).isEqualTo(8 + 3 + 4);
    }

    @Test
    void countsFieldsOfMessagesAndNotOfBuilders() throws IOException {
        assertThat(EmittedFigures.of(sources).fields()).isEqualTo(2);
    }

    @Test
    void countsTypesOperationsPackagesAndFiles() throws IOException {
        EmittedFigures figures = EmittedFigures.of(sources);

        assertThat(figures.types()).isEqualTo(4);
        assertThat(figures.operations()).isEqualTo(1);
        assertThat(figures.packages()).isEqualTo(2);
        assertThat(figures.files()).isEqualTo(3);
    }

    @Test
    void countsEachTypeThatSharesItsSimpleName() throws IOException {
        assertThat(EmittedFigures.of(sources).sharedNames()).isEqualTo(2);
    }

    @Test
    void countsLinesOfMoreThan140Characters() throws IOException {
        assertThat(EmittedFigures.of(sources).longLines()).isEqualTo(1);
    }
}
