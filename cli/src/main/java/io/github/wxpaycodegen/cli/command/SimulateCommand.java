package io.github.wxpaycodegen.cli.command;

import io.github.wxpaycodegen.simulator.app.Launch;
import io.github.wxpaycodegen.simulator.app.SimulatorApp;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code wxpay simulate}: the program of {@code wxpay-simulator-app}, which reads its options itself. */
@Command(
        name = "simulate",
        description = "Run a WeChat Pay gateway for tests, until the process is ended.",
        footerHeading = "%n",
        footer = {
            "'wxpay simulate --help' prints the options, which are those of the simulator program.",
            "--v2-key and --v3-key are refused here: set WXPAY_SIMULATOR_V2_KEY and WXPAY_SIMULATOR_V3_KEY."
        })
final class SimulateCommand implements Callable<Integer> {
    static final String NAME = "simulate";

    private final Terminal terminal;

    @Parameters(arity = "0..*", paramLabel = "OPTION", description = "Options of the simulator.")
    private List<String> options = List.of();

    SimulateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return run(options, terminal);
    }

    /** Runs the simulator with its own options. */
    static int run(List<String> options, Terminal terminal) {
        try (Launch launch = SimulatorApp.launch(options, terminal.environment(), terminal.out(), terminal.err())) {
            terminal.out().flush();
            return launch.await();
        }
    }
}
