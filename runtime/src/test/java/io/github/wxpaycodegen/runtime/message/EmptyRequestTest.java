package io.github.wxpaycodegen.runtime.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmptyRequestTest {
    @Test
    void hasNoFields() {
        EmptyRequest request = EmptyRequest.builder().build();

        assertThat(request.toMap()).isEmpty();
        assertThat(request).hasToString("EmptyRequest{}").isEqualTo(EmptyRequest.fromJson("{}"));
        Checks.requireValidV2(request);
        Checks.requireValidV3(request);
    }

    @Test
    void keepsPutFields() {
        EmptyRequest request = EmptyRequest.builder()
                .putField("note", "a")
                .putField("total", 7)
                .build();

        assertThat(request.putFields().names()).containsExactly("note", "total");
        assertThat(request.toBuilder()
                        .putField("more", true)
                        .build()
                        .putFields()
                        .names())
                .containsExactly("note", "total", "more");
        assertThat(EmptyRequest.fromJson(request.toJson())).isEqualTo(request);
    }

    @Test
    void validatesPutFieldsWhenSent() {
        EmptyRequest request = EmptyRequest.builder().putField("note", "\u0000").build();

        assertThatThrownBy(() -> Checks.requireValidV2(request))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("note has the character U+0000");
    }

    @Test
    void keepsFieldsThatWereRead() {
        EmptyRequest request = EmptyRequest.readFrom(FieldReader.received(Map.of("later", "x"), text -> text));

        assertThat(request.unknownFields().names()).containsExactly("later");
    }

    @Test
    void requestThatV3HasCheckedIsCheckedByV2() {
        EmptyRequest request = EmptyRequest.builder().putField("note", "\u0001").build();
        Checks.requireValidV3(request);

        assertThatThrownBy(() -> Checks.requireValidV2(request))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("note has the character U+0001");
    }
}
