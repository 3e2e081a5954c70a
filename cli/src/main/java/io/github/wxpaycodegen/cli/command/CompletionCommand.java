package io.github.wxpaycodegen.cli.command;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code wxpay completion}. */
@Command(
        name = "completion",
        description = "Print a script that completes commands and options in bash and zsh.",
        footerHeading = "%n",
        footer = "source <(wxpay completion)")
final class CompletionCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Supplier<CommandLine> complete;

    CompletionCommand(Terminal terminal, Supplier<CommandLine> complete) {
        this.terminal = terminal;
        this.complete = complete;
    }

    @Override
    public Integer call() {
        terminal.out().print(AutoComplete.bash("wxpay", complete.get()));
        return ExitStatus.GOOD;
    }
}
