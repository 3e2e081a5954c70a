package io.github.wxpaycodegen.simulator.app;

import io.github.wxpaycodegen.simulator.ResponseKey;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a run.
 *
 * @param merchants at least one, each once
 * @param bind the address at which the gateway listens
 * @param hosts further names of this machine
 * @param suite {@code rsa} or {@code sm}
 * @param responseKey the key that signs v3 responses and notifications until a request changes it
 * @param seed empty if it is in the directory of keys
 * @param v2Key empty if it follows from the seed
 * @param v3Key empty if it follows from the seed
 * @param specs empty for the bundled ones
 */
record Settings(
        List<String> merchants,
        Optional<String> appid,
        Optional<String> brand,
        int port,
        InetAddress bind,
        List<String> hosts,
        int controlPort,
        InetAddress controlBind,
        boolean remembersOrders,
        String suite,
        ResponseKey responseKey,
        Path keysDirectory,
        Optional<String> seed,
        Optional<String> v2Key,
        Optional<String> v3Key,
        List<String> notifyHosts,
        double notificationSpeed,
        Duration notificationTimeout,
        Optional<Path> specs) {
    private static final String DEFAULT_MERCHANT = "1230000109";
    private static final int DEFAULT_PORT = 8443;
    private static final int DEFAULT_CONTROL_PORT = 8480;
    private static final int KEY_BYTES = 32;

    /**
     * Reads the settings.
     *
     * @throws UsageException if one of them is wrong
     */
    static Settings read(List<String> args, Map<String, String> environment) throws UsageException {
        CommandLine line = CommandLine.read(args, environment);
        return new Settings(
                merchants(line),
                line.find(Option.APPID).map(CommandLine.Value::text),
                line.find(Option.BRAND).map(CommandLine.Value::text),
                line.port(Option.PORT, DEFAULT_PORT),
                address(line, Option.BIND),
                line.all(Option.HOST),
                line.port(Option.CONTROL_PORT, DEFAULT_CONTROL_PORT),
                address(line, Option.CONTROL_BIND),
                line.flag(Option.REMEMBER_ORDERS, true),
                line.word(Option.SUITE, List.of("rsa", "sm")),
                responseKey(line),
                path(line, Option.KEYS_DIR).orElse(Path.of("wxpay-simulator-keys")),
                seed(line),
                key(line, Option.V2_KEY),
                key(line, Option.V3_KEY),
                line.all(Option.NOTIFY_HOST),
                line.positive(Option.NOTIFICATION_SPEED, 1),
                line.seconds(Option.NOTIFICATION_TIMEOUT, 5),
                path(line, Option.SPECS));
    }

    private static List<String> merchants(CommandLine line) throws UsageException {
        List<String> merchants = line.all(Option.MERCHANT);
        for (String merchant : merchants) {
            // It becomes the name of a directory.
            if (!merchant.matches("[0-9]{8,10}")) {
                throw new UsageException("--merchant must be an id of 8 to 10 digits (was '" + merchant + "')");
            }
        }
        if (new LinkedHashSet<>(merchants).size() < merchants.size()) {
            throw new UsageException("--merchant must name each merchant only once (was " + merchants + ")");
        }
        return merchants.isEmpty() ? List.of(DEFAULT_MERCHANT) : merchants;
    }

    private static ResponseKey responseKey(CommandLine line) throws UsageException {
        String word = line.word(Option.RESPONSE_KEY, List.of("as-asked", "certificate", "public-key", "alternating"));
        return ResponseKey.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    private static Optional<String> seed(CommandLine line) throws UsageException {
        Optional<String> seed = line.find(Option.SEED).map(CommandLine.Value::text);
        if (seed.filter(String::isBlank).isPresent()) {
            throw new UsageException("--seed must not be blank");
        }
        return seed;
    }

    private static Optional<String> key(CommandLine line, Option option) throws UsageException {
        Optional<CommandLine.Value> value = line.find(option);
        if (value.isPresent()) {
            int bytes = value.get().text().getBytes(StandardCharsets.UTF_8).length;
            if (bytes != KEY_BYTES) {
                // Without the value, which is a secret.
                throw new UsageException(
                        value.get().source() + " must be " + KEY_BYTES + " characters (has " + bytes + ")");
            }
        }
        return value.map(CommandLine.Value::text);
    }

    private static InetAddress address(CommandLine line, Option option) throws UsageException {
        CommandLine.Value value = line.find(option).orElse(new CommandLine.Value("127.0.0.1", option.flag()));
        try {
            return InetAddress.getByName(value.text());
        } catch (UnknownHostException e) {
            throw CommandLine.wrong(value, "an address of this machine, such as 127.0.0.1 or 0.0.0.0");
        }
    }

    private static Optional<Path> path(CommandLine line, Option option) throws UsageException {
        Optional<CommandLine.Value> value = line.find(option);
        try {
            return value.map(given -> Path.of(given.text()));
        } catch (InvalidPathException e) {
            throw CommandLine.wrong(value.orElseThrow(), "a directory");
        }
    }

    /** Returns the settings, but no secrets. */
    @Override
    public String toString() {
        return "merchants " + merchants + " at " + bind.getHostAddress() + ":" + port;
    }
}
