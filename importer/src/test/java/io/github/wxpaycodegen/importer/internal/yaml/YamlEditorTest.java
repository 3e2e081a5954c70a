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
    void appendsBelowDashesOfAnyIndent() {
        YamlEditor wide = new YamlEditor("a:\n  enum:\n    -   OPEN\n    -   PAID\n  b: 1\n");
        YamlEditor narrow = new YamlEditor("a:\n  enum:\n  - OPEN\n  - PAID\n  b: 1");

        assertThat(wide.append(List.of("a", "enum"), "CLOSED")).isTrue();
        assertThat(narrow.append(List.of("a", "enum"), "CLOSED")).isTrue();

        assertThat(wide.text()).isEqualTo("a:\n  enum:\n    -   OPEN\n    -   PAID\n    - CLOSED\n  b: 1\n");
        assertThat(narrow.text()).isEqualTo("a:\n  enum:\n  - OPEN\n  - PAID\n  - CLOSED\n  b: 1");
    }

    /** The marks of an alias are those of its anchor: an edit there would also change the other place. */
    @Test
    void doesNotEditFileWithAnchors() {
        String text = "a: &a {type: string, maxLength: 3}\nb: *a\nc: {type: string}\n";
        YamlEditor anchored = new YamlEditor(text);

        assertThat(anchored.set(List.of("b"), "maxLength", "4", ORDER)).isFalse();
        assertThat(anchored.remove(List.of("a"), "maxLength")).isFalse();
        assertThat(anchored.insertLines(List.of(), Optional.of("b"), indent -> "d: 1\n"))
                .isFalse();
        assertThat(anchored.text()).isEqualTo(text);
    }

    @Test
    void keepsTheLineEndsOfWindows() {
        YamlEditor windows = new YamlEditor("a:\r\n  b: 1\r\n  c: 2\r\n");

        assertThat(windows.insertLines(List.of("a"), Optional.of("b"), indent -> indent + "d: 1\n"))
                .isTrue();
        assertThat(windows.remove(List.of("a"), "c")).isTrue();

        assertThat(windows.text()).isEqualTo("a:\r\n  b: 1\r\n  d: 1\r\n");
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
