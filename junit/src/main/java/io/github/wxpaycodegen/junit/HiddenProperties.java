package io.github.wxpaycodegen.junit;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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
    private static final Pattern REPLACED =
            Pattern.compile("(v2key|workwxsecret|v3key|encryptionkeypem|merchant(privatekeypem|certificatepem|serial)"
                    + "|wechatpaypublickey(id|pem)|platformcertificatespem|downloadplatformcertificates"
                    + "|brand(v3key|privatekeypem|certificatepem|serial|wechatpaypublickey(id|pem))"
                    + "|clientcertificate(password|pem|keypem)?|sslbundle|trustpem|host|backuphost"
                    + "|proxy(user|password)?)(file)?");

    private final String prefix;

    /**
     * Creates a filter.
     *
     * @param prefix the prefix of the properties; empty for none
     */
    HiddenProperties(String prefix) {
        this.prefix = uniform(prefix);
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
        return uniform.startsWith(prefix)
                && REPLACED.matcher(uniform.substring(prefix.length())).matches();
    }

    /** Returns a name in the form in which those of relaxed binding are equal: {@code wxpayv3key}. */
    private static String uniform(String name) {
        return name.replaceAll("[-_.]", "").toLowerCase(Locale.ROOT);
    }
}
