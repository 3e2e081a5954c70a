package io.github.wxpaycodegen.reference.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.ErrorSpec;
import io.github.wxpaycodegen.generator.model.RequestIdError;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.read.SpecReader;
import io.github.wxpaycodegen.reference.BuildSite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AdviceTest {
    @Test
    void chineseIsThatOfTheBundledSpecs() throws IOException {
        Specs specs = SpecReader.read(BuildSite.bundled(Path.of("..", "api-specs")))
                .specs()
                .orElseThrow();
        Stream<ErrorSpec> ofOperations = specs.endpoints().stream()
                .map(Endpoint::operations)
                .flatMap(operations -> operations.stream())
                .flatMap(operation -> operation.effects().errors().stream());
        Stream<ErrorSpec> shared =
                Stream.of(specs.errors().v2(), specs.errors().v3()).flatMap(errors -> errors.stream());
        Set<String> english = Stream.concat(
                        Stream.concat(ofOperations, shared).map(ErrorSpec::advice),
                        specs.errors().requestIds().stream().map(RequestIdError::advice))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());

        assertThat(Advice.chinese().keySet()).containsExactlyInAnyOrderElementsOf(english);
        assertThat(Advice.chinese().values())
                .allSatisfy(sentence -> assertThat(sentence).endsWith("。"));
    }

    @Test
    void unknownAdviceRemainsAsItIs() {
        assertThat(Advice.of("Mine.", Language.CHINESE)).isEqualTo(new Advice("Mine.", "en"));
        assertThat(Advice.of("Check the number.", Language.CHINESE)).isEqualTo(new Advice("检查单号。", "zh-CN"));
        assertThat(Advice.of("Check the number.", Language.ENGLISH)).isEqualTo(new Advice("Check the number.", "en"));
    }
}
