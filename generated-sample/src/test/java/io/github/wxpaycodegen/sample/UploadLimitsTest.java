package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.client.v2.secapi.MchUploadMediaRequest;
import io.github.wxpaycodegen.client.v3.merchant.MediaVideoUploadRequest;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Limits of files hold when a request is built: before anything is read. */
class UploadLimitsTest {
    private static final UploadFile.Source NEVER_READ = () -> {
        throw new AssertionError("it was read");
    };

    @Test
    void reportsInvalidFileWithAllOtherProblems() {
        assertThatThrownBy(() -> MediaVideoUploadRequest.builder()
                        .file(UploadFile.of("a.png", 5L * 1024 * 1024 + 1, NEVER_READ))
                        .build())
                .isInstanceOfSatisfying(InvalidRequestException.class, e -> assertThat(e.problems())
                        .hasSize(3)
                        .anySatisfy(problem ->
                                assertThat(problem).isEqualTo("file must be at most 5242880 bytes (was 5242881)"))
                        .anySatisfy(problem ->
                                assertThat(problem).matches("file must be one of video/.* \\(was image/png\\)"))
                        .anySatisfy(problem -> assertThat(problem).isEqualTo("filename is required")));
    }

    @Test
    void acceptsFileWithinTheLimits() {
        UploadFile file = UploadFile.of("a.JPEG", 2L * 1024 * 1024, NEVER_READ);
        assertThat(MchUploadMediaRequest.builder().media(file).build().media()).isEqualTo(file);
    }

    /** A media type that no name's ending means could never be uploaded. */
    @Test
    void everyMediaTypeOfTheSpecsHasAnExtension() throws Exception {
        Specs specs = TypedApi.bundledSpecs();
        Set<String> known = Stream.of(
                        "jpg", "png", "bmp", "pdf", "ofd", "txt", "csv", "avi", "wmv", "mpeg", "mp4", "mov", "mkv",
                        "flv", "f4v", "m4v", "rmvb")
                .map(ending -> UploadFile.of("a." + ending, new byte[0]).mediaType())
                .collect(Collectors.toSet());
        Set<String> taken = new TreeSet<>();
        specs.endpoints().stream()
                .flatMap(endpoint -> endpoint.operations().stream())
                .flatMap(operation -> operation.request().given().stream())
                .map(field -> field.limits().file().mediaTypes())
                .forEach(taken::addAll);

        assertThat(taken).hasSizeGreaterThan(10).isSubsetOf(known);
    }
}
