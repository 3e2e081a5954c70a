package io.github.wxpaycodegen.cli.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses options that look like secrets. Other users of the machine see command lines, and shells keep them in a
 * file, so a secret comes only from a file or from the environment.
 */
final class SecretOptions {
    private static final Set<String> SECRETS = Set.of(
            "--v2-key",
            "--v3-key",
            "--brand-v3-key",
            "--workwx-secret",
            "--merchant-private-key",
            "--merchant-private-key-pem",
            "--brand-private-key",
            "--brand-private-key-pem",
            "--private-key",
            "--client-certificate",
            "--client-certificate-key-pem",
            "--client-certificate-password",
            "--proxy-password",
            "--api-key",
            "--secret",
            "--password");

    private SecretOptions() {}

    /** Returns why the arguments are refused; empty if they are not. The message does not contain the value. */
    static Optional<String> refusal(List<String> args) {
        boolean simulator = !args.isEmpty() && args.get(0).equals("simulate");
        return args.stream()
                .map(arg -> arg.contains("=") ? arg.substring(0, arg.indexOf('=')) : arg)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(SECRETS::contains)
                .findFirst()
                .map(name -> name + " is not accepted: other users can see a command line, and the shell stores it. "
                        + remedy(name, simulator));
    }

    private static String remedy(String name, boolean simulator) {
        String variable = name.substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
        return simulator
                ? "Set WXPAY_SIMULATOR_" + variable + " instead"
                : "Set WXPAY_" + variable
                        + "_FILE to the name of a file with the secret, or name a file of settings with"
                        + " --settings. docs/guide/configuration.md lists the settings";
    }
}
