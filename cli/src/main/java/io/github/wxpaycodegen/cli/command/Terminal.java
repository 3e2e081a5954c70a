package io.github.wxpaycodegen.cli.command;

import io.github.wxpaycodegen.cli.json.Json;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * The streams and the environment of a run.
 *
 * @param in the standard input
 * @param out the results
 * @param err errors and progress
 * @param environment the environment variables
 * @param ansi decides about colors
 */
public record Terminal(InputStream in, PrintStream out, PrintStream err, Map<String, String> environment, Ansi ansi) {
    public Terminal {
        environment = Map.copyOf(environment);
    }

    /** Prints a line. */
    void line(String text) {
        // Not println, whose line end depends on the platform.
        out.print(text + "\n");
    }

    /** Prints a line of progress or a warning, which does not belong to the result. */
    void note(String text) {
        err.print(text + "\n");
    }

    /** Prints a value as JSON. */
    void json(@Nullable Object value) {
        out.print(Json.pretty(value));
    }

    /** Returns a text in a color, if the output has colors. */
    String colored(Style style, String text) {
        // The text itself may contain the markup of the library, so only the style is written in it.
        return ansi.enabled() ? style.on() + text + style.off() : text;
    }

    /** Kind of text, which has a color. */
    enum Style {
        GOOD(32),
        DOUBTFUL(33),
        BAD(31),
        STRONG(1),
        FAINT(2);

        private final int code;

        Style(int code) {
            this.code = code;
        }

        private String on() {
            return "\u001b[" + code + "m";
        }

        private String off() {
            return "\u001b[0m";
        }
    }
}
