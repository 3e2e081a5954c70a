package io.github.wxpaycodegen.simulator.app;

import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.app.control.ControlPort;
import io.github.wxpaycodegen.simulator.app.control.ControlServer;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Runs gateways and their control port from the command line until the process is ended. */
public final class SimulatorApp implements AutoCloseable {
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private final Gateways gateways;
    private final ControlServer control;

    private SimulatorApp(Gateways gateways, ControlServer control) {
        this.gateways = gateways;
        this.control = control;
    }

    /** Runs the program. It ends with status 2 if an option is wrong, and with 1 if it cannot start. */
    public static void main(String[] args) {
        // What a terminal shows and what a log collector reads is UTF-8 today, whatever the JVM's default is.
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int status = launch(List.of(args), System.getenv(), out, err).await();
        if (status != 0) {
            System.exit(status);
        }
    }

    /**
     * Starts the program in this process, or prints why it does not start. It runs until the process ends, or the result
     * is closed.
     *
     * @param args the options of the command line
     * @param environment the environment variables, {@code WXPAY_SIMULATOR_PORT} and so on
     * @param out where the addresses and the merchants are printed
     * @param err where errors are printed
     */
    public static Launch launch(List<String> args, Map<String, String> environment, PrintStream out, PrintStream err) {
        if (args.contains("--help")) {
            out.print(usage());
            return Launch.ended(0);
        }
        if (args.contains("--version")) {
            out.println("wxpay-simulator " + version());
            return Launch.ended(0);
        }
        try {
            return Launch.running(start(Settings.read(args, environment), out));
        } catch (UsageException e) {
            err.println("wxpay-simulator: " + e.getMessage());
            err.println("Run it with --help to see all options.");
            return Launch.ended(WRONG_USAGE);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            Throwable cause = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : null;
            err.println("wxpay-simulator: " + e.getMessage() + (cause == null ? "" : ": " + cause.getMessage()));
            return Launch.ended(FAILED);
        }
    }

    /** Starts everything and prints where it is. */
    static SimulatorApp start(Settings settings, PrintStream out) throws IOException, UsageException {
        ControlPort port = ControlPort.bind(settings.controlBind(), settings.controlPort());
        try {
            return start(settings, port, out);
        } catch (IOException | UsageException | RuntimeException e) {
            port.release();
            throw e;
        }
    }

    private static SimulatorApp start(Settings settings, ControlPort port, PrintStream out)
            throws IOException, UsageException {
        KeyFiles files = new KeyFiles(settings.keysDirectory());
        Gateways gateways = Gateways.start(settings, files.seed(settings.seed()));
        try {
            List<Simulator> simulators = gateways.simulators();
            files.write(simulators);
            ControlServer control = port.serve(settings.hosts(), simulators);
            print(simulators, files, control, out);
            return new SimulatorApp(gateways, control);
        } catch (IOException | RuntimeException e) {
            gateways.close();
            throw e;
        }
    }

    private static void print(List<Simulator> simulators, KeyFiles files, ControlServer control, PrintStream out) {
        out.println("Gateway        " + simulators.get(0).baseUri());
        out.println("Control page   " + control.uri());
        out.println("Trusted CA     " + files.directory().resolve("ca.pem"));
        for (Simulator simulator : simulators) {
            out.println("Merchant       " + simulator.mchid() + "   " + files.directory(simulator));
            out.println("  serial       " + simulator.merchantSerial());
            out.println("  public key   " + simulator.publicKeyId());
            out.println("  certificate  " + simulator.platformSerial());
            simulator.brandId().ifPresent(brand -> out.println("  brand        " + brand));
        }
        out.println("Ready.");
    }

    /** Returns the URL of the control port. */
    URI controlUri() {
        return control.uri();
    }

    /** Returns the simulators in the order of their merchants. */
    List<Simulator> simulators() {
        return gateways.simulators();
    }

    @Override
    public void close() {
        control.close();
        gateways.close();
    }

    private static String usage() {
        StringBuilder usage = new StringBuilder("""
                Usage: java -jar wxpay-simulator-app.jar [options]

                A WeChat Pay gateway on this machine, for tests: it checks requests as the real one does,
                remembers orders, sends notifications, and misbehaves on demand.

                """);
        for (Option option : Option.values()) {
            usage.append(String.format(Locale.ROOT, "  %-24s %s%n", option.form(), option.description()));
        }
        usage.append(String.format(Locale.ROOT, "  %-24s %s%n", "--help", "prints this text"));
        usage.append(String.format(Locale.ROOT, "  %-24s %s%n", "--version", "prints the version"));
        usage.append("""

                Each option can also be an environment variable, such as WXPAY_SIMULATOR_CONTROL_PORT for
                --control-port. Several values of one variable are separated by commas.
                """);
        return usage.toString().replace("\r\n", "\n");
    }

    private static String version() {
        return Objects.requireNonNullElse(SimulatorApp.class.getPackage().getImplementationVersion(), "of this build");
    }
}
