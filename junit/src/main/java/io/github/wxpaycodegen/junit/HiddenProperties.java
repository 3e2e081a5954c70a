package io.github.wxpaycodegen.junit;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Hides the properties of the application that the simulator replaces, whatever their form: a key as a file contradicts
 * the same key as text, and a backup host or a proxy would lead a test away from the simulator.
 */
final class HiddenProperties {
    /** The names of keys, certificates and hosts, without separators. */
    private static final String REPLACED =
            "(v2key|workwxsecret|v3key|encryptionkeypem|merchant(privatekeypem|certificatepem|serial)"
                    + "|wechatpaypublickey(id|pem)|platformcertificatespem|downloadplatformcertificates"
                    + "|brand(v3key|privatekeypem|certificatepem|serial|wechatpaypublickey(id|pem))"
                    + "|clientcertificate(password|pem|keypem)?|sslbundle|trustpem|host|backuphost"
                    + "|proxy(user|password)?)(file)?";

    private static final String STARTER = "wxpay";
    private static final Pattern MERCHANT = Pattern.compile("(wxpay\\.merchants\\.[^.\\[\\]]+)\\..+");

    /** Not the names of lists, {@code allow-host} and {@code replace-host}. */
    private static final Pattern OF_ANY_MERCHANT = Pattern.compile("wxpaymerchants.+?(?<!allow|replace)" + REPLACED);

    private static final Pattern OF_ONE = Pattern.compile(REPLACED);

    private final String prefix;

    /**
     * Creates a filter.
     *
     * @param prefix the prefix of the properties; empty for none. If it is that of the starter or of one of its merchants,
     *     the properties of all merchants are hidden
     */
    HiddenProperties(String prefix) {
        this.prefix = uniform(prefix);
    }

    /**
     * Returns the prefixes of the other merchants of the starter, from which they or others inherit; none if the prefix is not
     * that of the starter. Each of them needs keys to start.
     */
    Set<String> others(MutablePropertySources sources) {
        Set<String> others = new LinkedHashSet<>();
        if (!isOfStarter()) {
            return others;
        }
        for (PropertySource<?> each : sources) {
            if (each instanceof EnumerablePropertySource<?> source) {
                for (String name : source.getPropertyNames()) {
                    Matcher merchant = MERCHANT.matcher(name);
                    if (merchant.matches()) {
                        others.add(merchant.group(1));
                    }
                }
            }
        }
        if (!others.isEmpty()) {
            others.add(STARTER);
        }
        others.removeIf(each -> uniform(each).equals(prefix));
        return others;
    }

    /** Returns true if a merchant other than that of the simulator needs a setting to start, without being it. */
    static boolean isForOthers(String setting) {
        return OF_ONE.matcher(uniform(setting)).matches()
                && !setting.startsWith("brand-")
                // Its password is the id of the merchant.
                && !setting.startsWith("client-certificate");
    }

    private boolean isOfStarter() {
        return prefix.equals(STARTER) || prefix.startsWith("wxpaymerchants");
    }

    /** Replaces each source that has such properties by a copy without them. */
    void hideIn(MutablePropertySources sources) {
        for (PropertySource<?> each : sources.stream().toList()) {
            if (each instanceof EnumerablePropertySource<?> source
                    && Stream.of(source.getPropertyNames()).anyMatch(this::isReplaced)) {
                Map<String, Object> kept = kept(source);
                sources.replace(
                        source.getName(),
                        source instanceof SystemEnvironmentPropertySource
                                ? new SystemEnvironmentPropertySource(source.getName(), kept)
                                : new MapPropertySource(source.getName(), kept));
            }
        }
    }

    private Map<String, Object> kept(EnumerablePropertySource<?> source) {
        Map<String, Object> kept = new LinkedHashMap<>();
        for (String name : source.getPropertyNames()) {
            Object value = isReplaced(name) ? null : source.getProperty(name);
            if (value != null) {
                kept.put(name, value);
            }
        }
        return kept;
    }

    private boolean isReplaced(String name) {
        String uniform = uniform(name);
        return isReplaced(uniform, prefix)
                || (isOfStarter()
                        && (isReplaced(uniform, STARTER)
                                || OF_ANY_MERCHANT.matcher(uniform).matches()));
    }

    private static boolean isReplaced(String uniform, String prefix) {
        return uniform.startsWith(prefix)
                && OF_ONE.matcher(uniform.substring(prefix.length())).matches();
    }

    /** Returns a name in the form in which those of relaxed binding are equal: {@code wxpayv3key}. */
    private static String uniform(String name) {
        return name.replaceAll("[-_.]", "").toLowerCase(Locale.ROOT);
    }
}
