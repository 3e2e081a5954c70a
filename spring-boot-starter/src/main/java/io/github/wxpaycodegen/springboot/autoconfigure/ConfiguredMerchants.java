package io.github.wxpaycodegen.springboot.autoconfigure;

import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.springboot.WxPayMerchants;
import io.github.wxpaycodegen.springboot.autoconfigure.PropertyReader.Property;
import io.github.wxpaycodegen.springboot.internal.setup.WxPaySetupException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.core.env.Environment;

/** The names of the merchants that the properties describe. */
final class ConfiguredMerchants {
    private static final ConfigurationPropertyName MERCHANTS = MerchantProperties.ROOT.append("merchants");
    private static final ConfigurationPropertyName PRIMARY = MerchantProperties.ROOT.append("primary");
    private static final Set<String> UNIFORM =
            SettingNames.all().stream().map(PropertyReader::uniform).collect(Collectors.toSet());

    /** The settings, and the properties that are no settings of a merchant. */
    private static final Set<String> KNOWN = Stream.concat(
                    SettingNames.all().stream(),
                    Stream.of(
                            "enabled",
                            "primary",
                            "notifications.enabled",
                            "notifications.path",
                            "notifications.dedup",
                            "notifications.async-timeout",
                            "notifications.jdbc.table",
                            "notifications.jdbc.claim-timeout",
                            "notifications.jdbc.retention",
                            "notifications.jdbc.initialize-schema",
                            "notifications.security.enabled"))
            .map(PropertyReader::uniform)
            .collect(Collectors.toUnmodifiableSet());

    private final PropertyReader reader;
    private final Map<String, ConfigurationPropertyName> prefixes;

    private ConfiguredMerchants(PropertyReader reader, Map<String, ConfigurationPropertyName> prefixes) {
        this.reader = reader;
        this.prefixes = prefixes;
    }

    /** Finds the merchants in the properties. */
    static ConfiguredMerchants of(Environment environment) {
        PropertyReader reader = new PropertyReader(environment);
        Map<String, ConfigurationPropertyName> prefixes = new LinkedHashMap<>();
        for (ConfigurationPropertyName property : reader.below(MERCHANTS)) {
            ConfigurationPropertyName prefix = property.chop(MERCHANTS.getNumberOfElements() + 1);
            if (isSetting(property) && !prefixes.containsValue(prefix)) {
                prefixes.put(prefix.getLastElement(Form.ORIGINAL), prefix);
            }
        }
        if (prefixes.isEmpty()
                && SettingNames.all().stream().anyMatch(setting -> reader.text(MerchantProperties.ROOT.append(setting))
                        .isPresent())) {
            prefixes.put(WxPayMerchants.SINGLE, MerchantProperties.ROOT);
        }
        return new ConfiguredMerchants(reader, prefixes);
    }

    /**
     * Returns true if a property below a merchant is one of the settings. A variable of the environment that has a hyphen of
     * the name as an underscore would otherwise make a merchant of half of the name.
     */
    private static boolean isSetting(ConfigurationPropertyName property) {
        return UNIFORM.contains(uniformWithoutIndex(property, MERCHANTS.getNumberOfElements() + 1));
    }

    /** Returns the elements of a name from one on, up to the index of a list. */
    private static String uniformWithoutIndex(ConfigurationPropertyName property, int from) {
        StringBuilder name = new StringBuilder();
        for (int i = from; i < property.getNumberOfElements() && !property.isNumericIndex(i); i++) {
            name.append(property.getElement(i, Form.UNIFORM));
        }
        return PropertyReader.uniform(name.toString());
    }

    /**
     * Returns the properties that nothing reads, because their names are probably misspelled, each with the property that was
     * probably meant.
     */
    List<String> unknown() {
        return reader.writtenBelow(MerchantProperties.ROOT).stream()
                .filter(property -> !isKnown(property))
                .map(ConfiguredMerchants::withSuggestion)
                .distinct()
                .sorted()
                .toList();
    }

    private static String withSuggestion(ConfigurationPropertyName property) {
        boolean isOfMerchant = MERCHANTS.isAncestorOf(property);
        ConfigurationPropertyName prefix =
                isOfMerchant ? property.chop(MERCHANTS.getNumberOfElements() + 1) : MerchantProperties.ROOT;
        if (prefix.equals(property)) {
            return property.toString();
        }
        String name = property.toString().substring(prefix.toString().length() + 1);
        return WxPayConfig.similarSetting(name)
                .map(similar -> property + " (did you mean " + prefix + "." + similar + "?)")
                .orElseGet(property::toString);
    }

    private static boolean isKnown(ConfigurationPropertyName property) {
        if (MERCHANTS.isAncestorOf(property)) {
            return isSetting(property);
        }
        return KNOWN.contains(uniformWithoutIndex(property, MerchantProperties.ROOT.getNumberOfElements()));
    }

    /** Returns the names and the prefixes of the properties, in their order. */
    Map<String, ConfigurationPropertyName> prefixes() {
        return prefixes;
    }

    /**
     * Returns the name of the merchant whose client is injected where no name is given; null for none. If {@code
     * wxpay.primary} names no merchant, returns that name; the {@link #problems} say so.
     */
    @Nullable
    String primary() {
        Optional<Property> primary = reader.text(PRIMARY);
        if (primary.isEmpty()) {
            return prefixes.size() == 1 ? prefixes.keySet().iterator().next() : null;
        }
        String named = primaryAmong(prefixes.keySet());
        return named == null ? primary.get().value() : named;
    }

    /** Returns which of the merchants, which need not be those of the properties, {@code wxpay.primary} names; null for none. */
    @Nullable
    String primaryAmong(Set<String> names) {
        String primary = reader.text(PRIMARY).map(Property::value).orElse(null);
        if (primary == null) {
            return null;
        }
        return names.stream()
                .filter(each -> PropertyReader.uniform(each).equals(PropertyReader.uniform(primary)))
                .findFirst()
                .orElse(null);
    }

    /** Returns what is wrong with the choice of merchants, whatever the properties of each are. */
    List<WxPaySetupException> problems() {
        return Stream.of(rootWithoutClient(), unknownPrimary())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<WxPaySetupException> unknownPrimary() {
        return reader.text(PRIMARY)
                .filter(primary -> primaryAmong(prefixes.keySet()) == null)
                .map(primary -> new WxPaySetupException(
                        PRIMARY + " is \"" + primary.value() + "\", but no merchant has this name",
                        List.of(primary.described()),
                        "Set " + PRIMARY + " to one of " + prefixes.keySet() + ", or remove it.",
                        null));
    }

    /**
     * Returns the problem of a merchant of {@code wxpay.mchid} that has no client. Otherwise, the first merchant below {@code
     * wxpay.merchants} would silently get the payments of an application that had one merchant so far.
     */
    private Optional<WxPaySetupException> rootWithoutClient() {
        Optional<Property> root = mchid(MerchantProperties.ROOT);
        if (root.isEmpty() || prefixes.isEmpty()) {
            return Optional.empty();
        }
        String id = root.get().value().strip();
        boolean hasClient = prefixes.values().stream()
                .map(prefix -> mchid(prefix).orElse(root.get()))
                .anyMatch(each -> each.value().strip().equals(id));
        return hasClient
                ? Optional.empty()
                : Optional.of(new WxPaySetupException(
                        root.get().name() + " is set, but no merchant below " + MERCHANTS + " has this mchid. With "
                                + MERCHANTS
                                + ", the properties of wxpay itself are only defaults, so that this merchant has no client",
                        List.of(root.get().described()),
                        "Move " + root.get().name() + " and the keys of this merchant below " + MERCHANTS
                                + ".<name>, and set " + PRIMARY
                                + " to the name of the merchant whose client is injected where no"
                                + " name is given. If the merchant is no longer needed, remove "
                                + root.get().name() + ".",
                        null));
    }

    private Optional<Property> mchid(ConfigurationPropertyName prefix) {
        return reader.text(prefix.append("mchid"));
    }

    /**
     * Checks that there is a merchant.
     *
     * @throws WxPaySetupException if there is none
     */
    void requireAny() {
        if (prefixes.isEmpty()) {
            throw new WxPaySetupException(
                    "no merchant is configured: wxpay.mchid is not set, and there are no wxpay.merchants",
                    List.of(),
                    "Set wxpay.mchid and the keys of the merchant, or set wxpay.enabled to false if this application makes no"
                            + " payments.",
                    null);
        }
    }
}
