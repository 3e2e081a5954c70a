package io.github.wxpaycodegen.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicApiTest {
    private static final PublicApi API =
            PublicApi.of(Sample.class, name -> name.equals(Sample.class.getName()) || name.contains("Hidden"));

    @Test
    void linesShowWhatCallersCanUse() {
        String name = "io.github.wxpaycodegen.testsupport.Sample";
        assertThat(API.lines())
                .containsExactly(
                        "public abstract class " + name
                                + "<T extends Comparable<T>> extends testsupport.HiddenParent implements AutoCloseable",
                        "  @Deprecated public final @Nullable String text()",
                        "  protected Sample()",
                        "  protected void varied(String...)",
                        "  public abstract <R> java.util.Map<String, ? extends @Nullable R>"
                                + " map(java.util.List<? super T>, byte @Nullable []) throws java.io.IOException",
                        "  public long inherited()",
                        "  public static final int LIMIT",
                        "  public testsupport.internal.Secret secret()",
                        "  public void close()",
                        "public static final class " + name + ".Final",
                        "public enum " + name + ".Kind",
                        "  public static final testsupport.Sample.Kind FIRST",
                        "  public static final testsupport.Sample.Kind SECOND",
                        "public record " + name + ".Point",
                        "  public @Nullable String name()",
                        "  public Point(int, @Nullable String)",
                        "  public int x()",
                        "public interface " + name + ".Visitor<R>",
                        "  @Nullable R visit(testsupport.Sample.Point)",
                        "  default void done()");
    }

    @Test
    void internalPackagesAreNotApi() {
        assertThat(PublicApi.of(Sample.class, name -> true).lines())
                .noneMatch(line -> line.contains("class io.github") && line.contains("Secret"));
    }

    @Test
    void reportsSignaturesThatNameInternalTypes() {
        assertThatThrownBy(API::assertNamesNothingInternal)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("public testsupport.internal.Secret secret()");
    }

    @Test
    void reportsWhatWasRemovedAndAdded(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("api.txt");
        String recorded = String.join("\n", API.lines()).replace("void close()", "int close()");
        Files.writeString(file, recorded);

        assertThatThrownBy(() -> API.compareWith(file))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("-Dapi.record=true")
                .hasMessageEndingWith("- public int close()\n+ public void close()\n");
    }

    @Test
    void acceptsWhatIsRecorded(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("api.txt");
        API.writeTo(file);

        assertThatCode(() -> API.compareWith(file)).doesNotThrowAnyException();
    }
}
