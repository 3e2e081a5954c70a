package io.github.wxpaycodegen.importer.internal.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Edits touch what they are about, and nothing else. */
class YamlEditorTest {
    private static final String TEXT = """
        # head
        uri: v2/pay/a   # where
        post:
          title: A
          request:
            # 金额 😀
            total: {type: integer,   title: 金额}  # kept
            state:
              enum:
                - OPEN   # first
                - PAID
              title: B

        # tail
        """;
    private static final List<String> ORDER = List.of("type", "maxLength", "title", "example");

    private final YamlEditor editor = new YamlEditor(TEXT);

    @Test
    void setsEntriesInTheUsualOrder() {
        assertThat(editor.set(List.of("post", "request", "total"), "maxLength", "3", ORDER))
                .isTrue();
        assertThat(editor.set(List.of("post", "request", "total"), "example", "1", ORDER))
                .isTrue();
        assertThat(editor.set(List.of("post", "request", "total"), "title", "总额", ORDER))
                .isTrue();

        assertThat(editor.text())
                .isEqualTo(TEXT.replace(
                        "{type: integer,   title: 金额}", "{type: integer,   maxLength: 3, title: 总额, example: 1}"));
    }

    @Test
    void setsEntriesOfBlocks() {
        assertThat(editor.set(List.of("post", "request", "state"), "maxLength", "3", ORDER))
                .isTrue();
        assertThat(editor.set(List.of("post", "request", "state"), "example", "OPEN", ORDER))
                .isTrue();

        assertThat(editor.text())
                .isEqualTo(
                        TEXT.replace("      title: B\n", "      maxLength: 3\n      title: B\n      example: OPEN\n"));
    }

    @Test
    void appendsToLists() {
        assertThat(editor.append(List.of("post", "request", "state", "enum"), "CLOSED"))
                .isTrue();

        assertThat(editor.text()).isEqualTo(TEXT.replace("- PAID\n", "- PAID\n        - CLOSED\n"));
    }

    @Test
    void removesEntries() {
        assertThat(editor.remove(List.of("post", "request", "total"), "title")).isTrue();
        assertThat(editor.remove(List.of("post", "request", "state"), "enum")).isTrue();
        assertThat(editor.remove(List.of("post", "request", "state"), "title")).isFalse();

        assertThat(editor.text())
                .isEqualTo(TEXT.replace(",   title: 金额", "")
                        .replace("      enum:\n        - OPEN   # first\n        - PAID\n", ""));
    }

    @Test
    void insertsLinesBehindAnEntry() {
        boolean done = editor.insertLines(
                List.of("post", "request"), Optional.of("total"), indent -> indent + "more: {type: string}\n");

        assertThat(done).isTrue();
        assertThat(editor.text()).isEqualTo(TEXT.replace("# kept\n", "# kept\n    more: {type: string}\n"));
    }

    @Test
    void refusesWhatItCannotEdit() {
        assertThat(editor.set(List.of("post", "request"), "state", "1", ORDER)).isFalse();
        assertThat(editor.set(List.of("post", "absent"), "a", "1", ORDER)).isFalse();
        assertThat(editor.set(List.of("post"), "title", "[", ORDER)).isFalse();
        assertThat(editor.text()).isEqualTo(TEXT);
    }
}
