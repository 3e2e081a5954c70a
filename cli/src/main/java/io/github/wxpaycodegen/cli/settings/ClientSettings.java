package io.github.wxpaycodegen.cli.settings;

import io.github.wxpaycodegen.runtime.WxPayConfig;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Source of the settings of the client: environment variables, {@code WXPAY_V3_KEY}, or a file of properties,
 * {@code wxpay.v3-key}. Their names here are those of the properties without the prefix: {@code v3-key}. Immutable.
 */
public final class ClientSettings {
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final String VARIABLE_PREFIX = "WXPAY_";
    private static final String PROPERTY_PREFIX = "wxpay.";
    private static final String FILE = "-file";
    /** The variables of the simulator are none of the client. */
    private static final String SIMULATOR_PREFIX = "WXPAY_SIMULATOR_";

    private final boolean environment;
    private final Map<String, String> values;

    private ClientSettings(boolean environment, Map<String, String> values) {
        this.environment = environment;
        this.values = Map.copyOf(values);
    }

    /** Returns the settings of environment variables. */
    public static ClientSettings ofEnvironment(Map<String, String> variables) {
        Map<String, String> values = new TreeMap<>();
        variables.forEach((name, value) -> {
            if (name.startsWith(VARIABLE_PREFIX) && !name.startsWith(SIMULATOR_PREFIX)) {
                values.put(name, value);
            }
        });
        return new ClientSettings(true, values);
    }

    /**
     * Returns the settings of a file of properties in UTF-8. Relative names of files in it are relative to the
     * current directory.
     *
     * @throws IOException if the file cannot be read, or is not in UTF-8
     */
    public static ClientSettings ofFile(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            in.mark(1);
            if (in.read() != BYTE_ORDER_MARK) {
                in.reset();
            }
            properties.load(in);
        } catch (CharacterCodingException e) {
            throw new IOException(file + " must be in UTF-8: save it again in that encoding", e);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is not a file of properties: " + e.getMessage(), e);
        }
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> {
            if (name.startsWith(PROPERTY_PREFIX)) {
                values.put(name, properties.getProperty(name));
            }
        });
        return new ClientSettings(false, values);
    }

    /** Returns the name of a setting in its source: {@code WXPAY_V3_KEY}. */
    public String label(String name) {
        return environment ? VARIABLE_PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_') : PROPERTY_PREFIX + name;
    }

    /** Returns the names of all settings that have a value, sorted; some may not be settings of the client. */
    public Set<String> names() {
        return values.keySet().stream().map(this::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns true if a setting of this name can name a file, so that it can be checked apart from its value. */
    public static boolean isFile(String name) {
        return name.endsWith(FILE);
    }

    /** Returns the names of all settings that have a value, in their source, sorted. */
    public Set<String> labels() {
        return new TreeSet<>(values.keySet());
    }

    /** Returns true if a setting has a value, as text or in a file. */
    public boolean has(String name) {
        return values.containsKey(label(name)) || values.containsKey(label(name + FILE));
    }

    /** Returns the text of a setting that is not a secret; empty if it has none. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(label(name))).map(String::strip);
    }

    /**
     * Returns a builder with all settings.
     *
     * @throws io.github.wxpaycodegen.runtime.error.ConfigurationException if a value is invalid; it names the setting
     */
    public WxPayConfig.Builder builder() {
        return builder(name -> true);
    }

    /**
     * Returns a builder with some settings, so that each can be checked on its own.
     *
     * @param names accepts the names of these settings; it is not asked about names that end with {@code -file}
     * @throws io.github.wxpaycodegen.runtime.error.ConfigurationException if a value is invalid; it names the setting
     */
    public WxPayConfig.Builder builder(Predicate<String> names) {
        Map<String, String> chosen = new TreeMap<>();
        values.forEach((label, value) -> {
            String name = name(label);
            if (names.test(name.endsWith(FILE) ? name.substring(0, name.length() - FILE.length()) : name)) {
                chosen.put(label, value);
            }
        });
        return environment
                ? WxPayConfig.fromEnvironment(chosen)
                : WxPayConfig.fromProperties(PROPERTY_PREFIX, chosen::get);
    }

    private String name(String label) {
        return environment
                ? label.substring(VARIABLE_PREFIX.length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-')
                : label.substring(PROPERTY_PREFIX.length());
    }

    /** Returns the names of the settings, and no values. */
    @Override
    public String toString() {
        return labels().toString();
    }
}
