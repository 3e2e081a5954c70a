package io.github.wxpaycodegen.cli.settings;

import io.github.wxpaycodegen.runtime.WxPayConfig;
import java.util.Set;
import java.util.TreeSet;

/** The names of all settings of the client: {@code v3-key}, and {@code v3-key-file} if it may be in a file. */
public final class SettingNames {
    private static final Set<String> ALL = lookedUp();

    private SettingNames() {}

    /** The client looks up each of its settings, so the lookups are the list, which needs no second copy. */
    private static Set<String> lookedUp() {
        Set<String> names = new TreeSet<>();
        String prefix = "wxpay.";
        WxPayConfig.fromProperties(prefix, name -> {
            names.add(name.substring(prefix.length()));
            return null;
        });
        return Set.copyOf(names);
    }

    /** Returns true if the client has a setting of this name. */
    public static boolean contains(String name) {
        return ALL.contains(name);
    }
}
