package io.github.wxpaycodegen.cli.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Refuses options that look like secrets. Other users of the machine see command lines, and shells keep them in a
 * file, so a secret comes only from a file or from the environment.
 */
final class SecretOptions {
    /** Options, and the settings that they probably mean; none if that is not clear. */
    private static final Map<String, List<String>> SETTINGS = Map.ofEntries(
            Map.entry("--v2-key", List.of("v2-key")),
            Map.entry("--v3-key", List.of("v3-key")),
            Map.entry("--brand-v3-key", List.of("brand-v3-key")),
            Map.entry("--workwx-secret", List.of("workwx-secret")),
            Map.entry("--merchant-private-key", List.of("merchant-private-key-pem")),
            Map.entry("--merchant-private-key-pem", List.of("merchant-private-key-pem")),
            Map.entry("--private-key", List.of("merchant-private-key-pem")),
            Map.entry("--brand-private-key", List.of("brand-private-key-pem")),
            Map.entry("--brand-private-key-pem", List.of("brand-private-key-pem")),
            Map.entry("--client-certificate", List.of("client-certificate")),
            Map.entry("--client-certificate-key-pem", List.of("client-certificate-key-pem")),
            Map.entry("--client-certificate-password", List.of("client-certificate-password")),
            Map.entry("--proxy-password", List.of("proxy-password")),
            Map.entry("--api-key", List.of("v2-key", "v3-key")),
            Map.entry("--secret", List.of()),
            Map.entry("--password", List.of()));

    private static final Set<String> OF_SIMULATOR = Set.of("v2-key", "v3-key");

    private SecretOptions() {}

    /** Returns why the arguments are refused; empty if they are not. The message does not contain the value. */
    static Optional<String> refusal(List<String> args) {
        boolean simulator = !args.isEmpty() && args.get(0).equals(SimulateCommand.NAME);
        return args.stream()
                .map(arg -> arg.contains("=") ? arg.substring(0, arg.indexOf('=')) : arg)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(SETTINGS::containsKey)
                .findFirst()
                .map(name -> name + " is not accepted: other users can see a command line, and the shell stores it. "
                        + (simulator ? ofSimulator(name) : ofClient(name)));
    }

    private static List<String> meant(String option) {
        return SETTINGS.getOrDefault(option, List.of());
    }

    private static String ofClient(String option) {
        List<String> meant = meant(option);
        return (meant.isEmpty()
                        ? "Name"
                        : "Set " + variables("WXPAY_", meant, "_FILE")
                                + " to the name of a file with the secret, or name")
                + " a file of settings with --settings. docs/guide/configuration.md lists the settings";
    }

    private static String ofSimulator(String option) {
        List<String> meant =
                meant(option).stream().filter(OF_SIMULATOR::contains).toList();
        return meant.isEmpty()
                ? "The simulator derives all keys from the seed in --keys-dir: omit the option"
                : "Set " + variables("WXPAY_SIMULATOR_", meant, "") + " instead";
    }

    private static String variables(String prefix, List<String> settings, String suffix) {
        return settings.stream()
                .map(name -> prefix + name.toUpperCase(Locale.ROOT).replace('-', '_') + suffix)
                .collect(Collectors.joining(" or "));
    }
}
