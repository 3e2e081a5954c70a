package io.github.wxpaycodegen.springboot.autoconfigure;

import io.github.wxpaycodegen.runtime.WxPayConfig;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names of the settings of a merchant, and which of them belong together. */
final class SettingNames {
    /** The SSL bundle with the merchant's key and certificate. The runtime does not know it. */
    static final String SSL_BUNDLE = "ssl.bundle";

    /** The group of the merchant's private key and its certificates, which are alternatives in part. */
    static final String CREDENTIALS = "credentials";

    private static final String FILE = "-file";
    private static final Pattern FAMILY = Pattern.compile("(brand|proxy|sub)-");
    private static final Pattern UNIT = Pattern.compile("(brand-)?wechat-pay-public-key|client-certificate|proxy");
    private static final Pattern HYPHEN = Pattern.compile("-([a-z0-9])");
    private static final Set<String> LISTS = Set.of("allow-host", "replace-host");

    /** Settings that say nothing about who the merchant is. */
    private static final Set<String> SHARED_GROUPS = Set.of(
            "appid",
            "trust-pem",
            "timeout",
            "connect-timeout",
            "file-timeout",
            "connection-wait",
            "max-connections",
            "max-attempts",
            "max-response-bytes",
            "max-file-bytes",
            "proxy",
            "host",
            "allow-host",
            "replace-host",
            "log-bodies");

    private static final Set<String> ALL = ofRuntime();

    private SettingNames() {}

    /** Returns the names that the runtime looks up, and the SSL bundle. */
    static Set<String> all() {
        return ALL;
    }

    private static Set<String> ofRuntime() {
        Set<String> names = new LinkedHashSet<>();
        WxPayConfig.fromProperties("", name -> {
            names.add(name);
            return null;
        });
        names.add(SSL_BUNDLE);
        return names;
    }

    /** Returns true if a setting has a value that may also be in a file. */
    static boolean isContent(String name) {
        return ALL.contains(name + FILE);
    }

    /** Returns true if a setting names the file of another one. */
    static boolean isFile(String name) {
        return name.endsWith(FILE) && ALL.contains(name);
    }

    /** Returns the setting whose value is in the file that a setting names. */
    static String ofFile(String name) {
        return name.substring(0, name.length() - FILE.length());
    }

    static boolean isList(String name) {
        return LISTS.contains(name);
    }

    /** Returns the name as the runtime's builder has it: {@code v3Key} for {@code v3-key}. */
    static String ofBuilder(String name) {
        return HYPHEN.matcher(name).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
    }

    /** Returns the settings that belong together with one, including itself: they are inherited together or not at all. */
    static Set<String> together(String name) {
        String group = group(name);
        return ALL.stream().filter(each -> group(each).equals(group)).collect(Collectors.toSet());
    }

    /** Returns the name that a setting shares with those without which it cannot be read, such as a key and its id. */
    static String unit(String name) {
        String base = isFile(name) ? ofFile(name) : name;
        Matcher unit = UNIT.matcher(base);
        return unit.lookingAt() ? unit.group() : base;
    }

    /** Returns true if merchants with different ids may share a setting. */
    static boolean isShared(String name) {
        return SHARED_GROUPS.contains(group(name));
    }

    static String group(String name) {
        String base = isFile(name) ? ofFile(name) : name;
        if (base.startsWith("merchant-") || base.startsWith("client-certificate") || base.equals(SSL_BUNDLE)) {
            return CREDENTIALS;
        }
        if (base.startsWith("wechat-pay-public-key")) {
            return "wechat-pay-public-key";
        }
        if (base.equals("backup-host")) {
            return "host";
        }
        Matcher family = FAMILY.matcher(base);
        return family.lookingAt() ? family.group(1) : base;
    }
}
