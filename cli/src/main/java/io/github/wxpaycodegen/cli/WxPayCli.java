package io.github.wxpaycodegen.cli;

import io.github.wxpaycodegen.cli.command.Commands;
import io.github.wxpaycodegen.cli.command.Terminal;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** Runs the program {@code wxpay}. */
public final class WxPayCli {
    private WxPayCli() {}

    /** Runs a command and ends the process with its status; {@code wxpay --help} lists the statuses. */
    public static void main(String[] args) {
        // Terminals and files are UTF-8 today, whatever the JVM's default is.
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int status = run(List.of(args), new Terminal(System.in, out, err, System.getenv(), Ansi.AUTO));
        System.exit(status);
    }

    /** Runs a command and returns its status. */
    static int run(List<String> args, Terminal terminal) {
        return Commands.run(args, terminal);
    }
}
