package io.github.wxpaycodegen.cli;

import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.SimulatorBuilder;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.UnaryOperator;

/** A gateway for tests, and a file with its settings. */
final class Gateway implements AutoCloseable {
    private final Simulator simulator;
    private final Path settings;

    /** Starts a gateway that remembers orders. */
    Gateway(Path directory) throws IOException {
        this(directory, SimulatorBuilder::rememberOrders);
    }

    /** Starts a gateway that returns samples, unless it is set up otherwise. */
    Gateway(Path directory, UnaryOperator<SimulatorBuilder> setup) throws IOException {
        simulator = setup.apply(Simulator.builder().mchid("1230000109")).start();
        settings = write(directory.resolve("wxpay.properties"));
    }

    private Path write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.putAll(simulator.properties("wxpay"));
        try (Writer out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
        return file;
    }

    Simulator simulator() {
        return simulator;
    }

    /** Returns the name of the file with the settings. */
    String settings() {
        return settings.toString();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
