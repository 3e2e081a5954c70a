package io.github.wxpaycodegen.cli.command;

import picocli.CommandLine.Option;

/** The options of all commands that report something. */
final class OutputOptions {
    @Option(names = "--json", description = "Print the result as JSON.")
    boolean json;
}
