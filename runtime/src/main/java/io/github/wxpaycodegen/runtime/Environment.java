package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads settings from the environment: {@code v2-key} from {@code WXPAY_V2_KEY}. */
final class Environment {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.wxpaycodegen.runtime");
    private static final String PREFIX = "WXPAY_";

    private Environment() {}

    static void applyTo(WxPayConfig.Builder config, Map<String, String> variables) {
        TextValues values = new TextValues(Environment::variable, variables::get);
        new TextSettings(values).applyTo(config);
        warnOfOthers(variables.keySet(), values.labels());
    }

    private static String variable(String name) {
        return PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /**
     * Logs variables that may be misspelled. This is not an error, because other software can set variables with this
     * prefix: Kubernetes adds some for a service called wxpay.
     */
    private static void warnOfOthers(Set<String> variables, List<String> known) {
        Set<String> others = new HashSet<>(variables);
        others.removeIf(name -> !name.startsWith(PREFIX));
        known.forEach(others::remove);
        if (!others.isEmpty()) {
            LOG.warn(
                    "Ignored environment variables that are not settings of the client: {}",
                    others.stream().sorted().map(name -> described(name, known)).collect(Collectors.joining(", ")));
        }
    }

    private static String described(String name, List<String> known) {
        String shown = ForeignText.shown(name);
        return Spelling.nearest(name, known)
                .map(nearest -> shown + " (did you mean " + nearest + "?)")
                .orElse(shown);
    }
}
