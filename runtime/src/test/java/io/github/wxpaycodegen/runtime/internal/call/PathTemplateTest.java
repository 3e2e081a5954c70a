package io.github.wxpaycodegen.runtime.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateTest {
    @Test
    void fillsSegmentsInOrder() {
        assertThat(PathTemplate.expand("/v3/a/{x}/b/{y}", List.of("1", "2"))).isEqualTo("/v3/a/1/b/2");
        assertThat(PathTemplate.expand("/v3/certificates", List.of())).isEqualTo("/v3/certificates");
        assertThat(PathTemplate.expand("/v3/a/{x}/", List.of("{x}"))).isEqualTo("/v3/a/{x}/");
    }

    @Test
    void valueStaysOneSegment() {
        assertThat(PathTemplate.segment("id", "a/b?c#d%2F 中~*+")).isEqualTo("a%2Fb%3Fc%23d%252F%20%E4%B8%AD~%2A%2B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void rejectsInvalidSegment(String value) {
        assertThatThrownBy(() -> PathTemplate.segment("transaction_id", value))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("transaction_id: \"" + value + "\" cannot be a segment of the path");
    }

    @Test
    @SuppressWarnings("NullAway") // callers without null checks pass it
    void namesSegmentThatIsNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> PathTemplate.segment("transaction_id", null))
                .withMessage("transaction_id");
    }
}
