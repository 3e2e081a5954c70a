package io.github.wxpaycodegen.runtime.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignTextTest {
    @ParameterizedTest
    @CsvSource({
        "0a, \\u000a",
        "1b, \\u001b",
        "7f, \\u007f",
        "85, \\u0085",
        "2028, \\u2028",
        "202e, \\u202e",
        "200b, \\u200b",
        "d800, \\ud800",
        "e000, \\ue000",
        "ffff, \\uffff",
        "e0001, \\udb40\\udc01"
    })
    void escapesInvisibleCharacters(String hex, String shown) {
        String text = "a" + Character.toString(Integer.parseInt(hex, 16)) + "b";

        assertThat(ForeignText.shown(text)).isEqualTo("a" + shown + "b");
        assertThat(ForeignText.printable(text)).isEqualTo("a" + shown + "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "SIGNERROR", "账单不存在（元）", "🧧 {\"a\":1}\\", "é\u0301"})
    void leavesOrdinaryTextAlone(String text) {
        assertThat(ForeignText.shown(text)).isEqualTo(text);
    }

    @Test
    void cutsValuesAtSixtyFourCharacters() {
        assertThat(ForeignText.shown("x".repeat(64))).isEqualTo("x".repeat(64));
        assertThat(ForeignText.shown("x".repeat(65))).isEqualTo("x".repeat(64) + "…");
        assertThat(ForeignText.shown("x".repeat(63) + "🧧")).isEqualTo("x".repeat(63) + "…");
        assertThat(ForeignText.shown("\n".repeat(400_000))).hasSize(64 * 6 + 1);
        assertThat(ForeignText.shown(null)).isEqualTo("null");
    }

    @Test
    void cutsSentencesLater() {
        assertThat(ForeignText.sentence("x".repeat(256))).hasSize(256);
        assertThat(ForeignText.sentence("x".repeat(400_000))).hasSize(257);
    }

    @Test
    void keepsPrintableCauses() {
        IOException cause = new IOException("broken pipe", new IllegalStateException("closed"));
        cause.addSuppressed(new IOException("again"));

        assertThat(ForeignText.cause(cause)).isSameAs(cause);
        assertThat(ForeignText.cause(null)).isNull();
    }

    @Test
    void keepsCausesUpToTheirLimits() {
        String name = "java.io.IOException: ";
        IOException longest = new IOException("x".repeat(ForeignText.MAX_SENTENCE - name.length()));
        IOException longer = new IOException("x".repeat(ForeignText.MAX_SENTENCE - name.length() + 1));

        assertThat(ForeignText.cause(longest)).isSameAs(longest);
        assertThat(ForeignText.cause(longer)).isNotSameAs(longer);
        Throwable deepest = chain(PrintableCause.MAX_DEPTH);
        Throwable deeper = chain(PrintableCause.MAX_DEPTH + 1);
        assertThat(ForeignText.cause(deepest)).isSameAs(deepest);
        assertThat(ForeignText.cause(deeper)).isNotSameAs(deeper);
    }

    private static Throwable chain(int length) {
        Throwable chain = null;
        for (int i = 0; i < length; i++) {
            chain = new IOException("short", chain);
        }
        return chain;
    }

    @Test
    void replacesCausesThatRepeatForeignText() {
        IOException inner = new IOException("bad name \u001b" + "y".repeat(400_000));
        IllegalStateException cause = new IllegalStateException("line 1\nline 2", inner);

        Throwable kept = ForeignText.cause(cause);

        assertThat(kept).hasToString("java.lang.IllegalStateException: line 1\\u000aline 2");
        assertThat(kept.getStackTrace()).isEqualTo(cause.getStackTrace());
        assertThat(kept.getCause().toString())
                .startsWith("java.io.IOException: bad name \\u001by")
                .hasSizeLessThan(300);
        StringWriter printed = new StringWriter();
        kept.printStackTrace(new PrintWriter(printed));
        assertThat(printed.toString().lines()).allSatisfy(line -> assertThat(line)
                .matches("(java\\.lang\\.IllegalStateException: |Caused by: java\\.io\\.IOException: |\\t).*"));
    }

    @Test
    void checksSuppressedExceptions() {
        IOException cause = new IOException("closed");
        cause.addSuppressed(new IOException("forged\nline"));

        assertThat(ForeignText.cause(cause)).isNotSameAs(cause).hasToString("java.io.IOException: closed");
        assertThat(ForeignText.cause(cause).getSuppressed()).isEmpty();
    }

    @Test
    void acceptsCyclicSuppressed() {
        IOException first = new IOException("first");
        IOException second = new IOException("second");
        first.addSuppressed(second);
        second.addSuppressed(first);

        assertThat(ForeignText.cause(first)).isNotSameAs(first).hasToString("java.io.IOException: first");
    }

    @Test
    void acceptsCyclicCauses() {
        IOException first = new IOException("first");
        IOException second = new IOException("second", first);
        first.initCause(second);

        Throwable kept = ForeignText.cause(first);

        int depth = 0;
        for (Throwable each = kept; each != null; each = each.getCause()) {
            depth++;
        }
        assertThat(depth).isEqualTo(PrintableCause.MAX_DEPTH + 1);
    }
}
