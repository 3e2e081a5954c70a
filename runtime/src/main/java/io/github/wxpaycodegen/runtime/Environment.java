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
     * Warns of what may be misspelled. It is no error, for a variable of this prefix can be somebody else's: Kubernetes adds
     * some for a service that is called wxpay.
     */
    private static void warnOfOthers(Set<String> variables, List<String> known) {
        Set<String> others = new HashSet<>(variables);
        others.removeIf(name -> !name.startsWith(PREFIX));
        known.forEach(others::remove);
        if (!others.isEmpty()) {
            LOG.warn(
                    "The environment has variables that are no settings of the client, and are ignored: {}",
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
