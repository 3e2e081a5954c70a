package io.github.wxpaycodegen.cli;

import io.github.wxpaycodegen.cli.command.Terminal;
import io.github.wxpaycodegen.cli.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/** A run of the program in this JVM: its status and what it printed. */
record Run(int status, String out, String err) {
    static Run of(String... args) {
        return with(Map.of(), args);
    }

    static Run with(Map<String, String> environment, String... args) {
        return given(environment, "", args);
    }

    static Run given(Map<String, String> environment, String in, String... args) {
        return of(Ansi.OFF, environment, in, args);
    }

    static Run of(Ansi ansi, Map<String, String> environment, String in, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment,
                ansi);
        int status = WxPayCli.run(List.of(args), terminal);
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Returns the output as JSON. */
    Object json() {
        return Json.read(out);
    }
}
