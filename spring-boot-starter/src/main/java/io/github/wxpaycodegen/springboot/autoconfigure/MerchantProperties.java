package io.github.wxpaycodegen.springboot.autoconfigure;

import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.call.Protocol;
import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.springboot.autoconfigure.PropertyReader.Property;
import io.github.wxpaycodegen.springboot.internal.setup.WxPaySetupException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * The properties of one merchant, which inherit from those of {@code wxpay} unless they are these themselves. What makes
 * a request one of this merchant is inherited only together with the merchant id: the keys of another one would sign
 * requests that the gateway rejects, or that charge the wrong account.
 */
final class MerchantProperties {
    /** The prefix of all properties. */
    static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("wxpay");

    private static final Pattern PLACEHOLDER = Pattern.compile("(?s).*\\$\\{[^}]+}.*");
    private static final String BINARY = "client-certificate";

    private final PropertyReader reader;
    private final ContentReader contents;
    private final SslBundleKeys bundles;
    private final ConfigurationPropertyName prefix;

    MerchantProperties(
            PropertyReader reader, ContentReader contents, SslBundleKeys bundles, ConfigurationPropertyName prefix) {
        this.reader = reader;
        this.contents = contents;
        this.bundles = bundles;
        this.prefix = prefix;
    }

    /**
     * Returns the configuration.
     *
     * @param customizer adds settings that are not properties
     * @throws WxPaySetupException if a property is missing or invalid; it names all that are invalid in themselves
     */
    WxPayConfig config(Consumer<WxPayConfig.Builder> customizer) {
        try {
            return new Reading().config(customizer);
        } catch (WxPaySetupException e) {
            List<WxPaySetupException> all = invalid();
            all.add(e);
            throw WxPaySetupException.ofAll(all);
        }
    }

    /** Reads each setting on its own, because the runtime stops at the first problem. */
    private List<WxPaySetupException> invalid() {
        List<WxPaySetupException> all = new ArrayList<>();
        Set<String> units = SettingNames.all().stream()
                .map(SettingNames::unit)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (String unit : units) {
            try {
                new Reading().validate(unit);
            } catch (WxPaySetupException e) {
                all.add(e);
            }
        }
        return all;
    }

    /** Returns the SSL bundle of the merchant; empty for none. */
    Optional<String> sslBundle() {
        return find(SettingNames.SSL_BUNDLE).map(Property::value);
    }

    private Optional<Property> find(String setting) {
        Optional<Property> own = at(prefix, setting);
        return own.isPresent() || prefix.equals(ROOT) || !inherits(setting) ? own : at(ROOT, setting);
    }

    private Optional<Property> at(ConfigurationPropertyName parent, String setting) {
        ConfigurationPropertyName name = parent.append(setting);
        return SettingNames.isList(setting) ? reader.list(name) : reader.text(name);
    }

    private boolean inherits(String setting) {
        boolean isOfAnotherMerchant =
                at(prefix, "mchid").filter(own -> !isThatOfRoot(own)).isPresent();
        return (SettingNames.isShared(setting) || !isOfAnotherMerchant)
                && SettingNames.together(setting).stream()
                        .noneMatch(each -> at(prefix, each).isPresent());
    }

    private boolean isThatOfRoot(Property mchid) {
        return at(ROOT, "mchid")
                .filter(root -> root.value().equals(mchid.value()))
                .isPresent();
    }

    /** Reads the properties once, and notes those that it finds, to name them in messages. */
    private final class Reading {
        private final Map<String, Property> found = new LinkedHashMap<>();

        WxPayConfig config(Consumer<WxPayConfig.Builder> customizer) {
            return named(() -> {
                WxPayConfig.Builder builder = WxPayConfig.fromProperties(prefix.toString(), this::lookUp);
                Optional<Property> bundle = get(SettingNames.SSL_BUNDLE);
                if (bundle.isPresent()) {
                    requireNoOtherCredentials(bundle.get());
                    apply(bundle.get(), builder);
                }
                nameSettings(builder);
                customizer.accept(builder);
                WxPayConfig config = builder.build();
                requireComplete(config);
                return config;
            });
        }

        /** Reads only the settings of a unit, which other settings may still contradict. */
        void validate(String unit) {
            named(() -> {
                WxPayConfig.Builder builder = WxPayConfig.fromProperties(
                        prefix.toString(),
                        label -> SettingNames.unit(setting(label)).equals(unit) ? lookUp(label) : null);
                if (unit.equals(SettingNames.SSL_BUNDLE)) {
                    get(unit).ifPresent(bundle -> apply(bundle, builder));
                }
                return builder;
            });
        }

        private String setting(String label) {
            return label.substring(prefix.toString().length() + 1);
        }

        private Optional<Property> get(String setting) {
            Optional<Property> property = find(setting);
            property.ifPresent(each -> found.put(setting, each));
            return property;
        }

        /** Returns the value of a label of the runtime, which consists of the prefix and the setting; null for none. */
        private @Nullable String lookUp(String label) {
            String setting = setting(label);
            if (SettingNames.isFile(setting)) {
                return ofFile(setting);
            }
            Optional<Property> property = get(setting);
            property.ifPresent(this::requireResolved);
            if (!SettingNames.isContent(setting)) {
                return property.map(Property::value).orElse(null);
            }
            Optional<Property> encoded = property.isPresent()
                    ? property.filter(each -> ContentReader.isEncoded(each.value()))
                    : get(setting + "-file").filter(each -> ContentReader.isLocation(each.value()));
            if (encoded.isPresent()) {
                return content(encoded.get(), setting.equals(BINARY));
            }
            return property.map(Property::value).orElse(null);
        }

        /** Returns the name of a file. One at a location of Spring is read where its content is looked up. */
        private @Nullable String ofFile(String setting) {
            Optional<Property> property = get(setting);
            property.ifPresent(this::requireResolved);
            boolean isRead = property.filter(each -> ContentReader.isLocation(each.value()))
                            .isPresent()
                    && find(SettingNames.ofFile(setting)).isEmpty();
            return isRead ? null : property.map(Property::value).orElse(null);
        }

        private String content(Property property, boolean isBinary) {
            try {
                return ContentReader.asText(contents.read(property.value()), isBinary);
            } catch (IllegalArgumentException e) {
                throw new ConfigurationException(property.name() + ": " + e.getMessage(), e.getCause());
            }
        }

        private void requireResolved(Property property) {
            if (PLACEHOLDER.matcher(property.value()).matches()) {
                throw new ConfigurationException(property.name()
                        + " has a placeholder that is not resolved: set the property or the variable that it names");
            }
        }

        private void requireNoOtherCredentials(Property bundle) {
            for (String setting : SettingNames.together(SettingNames.SSL_BUNDLE)) {
                Property other = found.get(setting);
                if (other != null && !setting.equals(SettingNames.SSL_BUNDLE)) {
                    throw new ConfigurationException(
                            bundle.name() + " and " + other.name()
                                    + " are both set: the bundle contains the merchant's key and certificate; keep one of them");
                }
            }
        }

        private void apply(Property bundle, WxPayConfig.Builder builder) {
            try {
                bundles.apply(bundle.value(), builder);
            } catch (IllegalArgumentException e) {
                throw new ConfigurationException(bundle.name() + ": " + e.getMessage(), e);
            }
        }

        /** Lets warnings of the runtime name the properties. */
        private void nameSettings(WxPayConfig.Builder builder) {
            found.forEach((setting, property) -> {
                String name = property.name().toString();
                if (setting.equals(SettingNames.SSL_BUNDLE)) {
                    builder.settingName("merchantCertificatePem", name).settingName("clientCertificate", name);
                } else {
                    String base = SettingNames.isFile(setting) ? SettingNames.ofFile(setting) : setting;
                    builder.settingName(SettingNames.ofBuilder(base), name);
                }
            });
        }

        private void requireComplete(WxPayConfig config) {
            String mchid = prefix + ".mchid";
            if (config.mchid() == null && config.brandId() == null) {
                throw new ConfigurationException(mchid + " is not set: set it to the merchant id");
            }
            Property key = found.get("merchant-private-key-pem");
            key = key == null ? found.get("merchant-private-key-pem-file") : key;
            if (key != null && !config.keys().canCall(Protocol.V3)) {
                boolean hasSerial =
                        found.keySet().stream().anyMatch(each -> each.startsWith("merchant-certificate-pem"))
                                || found.containsKey("merchant-serial");
                throw new ConfigurationException(
                        hasSerial
                                ? key.name() + " signs requests, but no key verifies the responses: set " + prefix
                                        + ".wechat-pay-public-key-id and " + prefix + ".wechat-pay-public-key-pem, or "
                                        + prefix + ".platform-certificates-pem, or " + prefix
                                        + ".download-platform-certificates and " + prefix + ".v3-key"
                                : key.name() + " needs the serial number of its certificate: set " + prefix
                                        + ".merchant-certificate-pem or " + prefix + ".merchant-serial");
            }
            if (!config.keys().canCall(Protocol.V2)
                    && !config.keys().canCall(Protocol.V3)
                    && !config.keys().canCallAsBrand()) {
                throw new ConfigurationException("the merchant of " + mchid + " has no keys: set " + prefix
                        + ".v2-key for v2; for v3 set " + prefix + ".merchant-private-key-pem, " + prefix
                        + ".merchant-certificate-pem, " + prefix + ".wechat-pay-public-key-id and " + prefix
                        + ".wechat-pay-public-key-pem");
            }
        }

        private <T> T named(Supplier<T> reading) {
            try {
                return reading.get();
            } catch (ConfigurationException | IllegalArgumentException e) {
                String message = withProperties(String.valueOf(e.getMessage()));
                throw new WxPaySetupException(
                        message, origins(message), WxPaySetupException.CORRECT_PROPERTY, e.getCause());
            }
        }

        /** Returns a message with the names of properties in place of the runtime's names. */
        private String withProperties(String message) {
            String named = message;
            for (String setting : SettingNames.all()) {
                Property property = found.get(setting);
                property = property == null ? found.get(setting + "-file") : property;
                String name = property == null
                        ? parentOf(setting) + "." + setting
                        : property.name().toString();
                named = replaced(named, Pattern.quote(prefix + "." + setting), name);
                String ofBuilder = SettingNames.ofBuilder(setting);
                if (!ofBuilder.equals(setting)) {
                    named = replaced(named, Pattern.quote(ofBuilder), name);
                }
            }
            // The runtime names the setting after the property in which it stands.
            return named.replaceFirst("^(\\S+): \\1(?= |: )", "$1");
        }

        /** Returns where to set a property that is missing: where those are with which it is inherited. */
        private ConfigurationPropertyName parentOf(String setting) {
            String group = SettingNames.group(setting);
            return found.entrySet().stream()
                    .filter(each -> SettingNames.group(each.getKey()).equals(group))
                    .map(each -> prefix.isAncestorOf(each.getValue().name()) ? prefix : ROOT)
                    .findFirst()
                    .orElse(prefix);
        }

        private static String replaced(String text, String pattern, String name) {
            return Pattern.compile("(?<![\\w.-])" + pattern + "(?![\\w-])")
                    .matcher(text)
                    .replaceAll(Matcher.quoteReplacement(name));
        }

        private List<String> origins(String message) {
            List<String> origins = new ArrayList<>();
            for (Property property : found.values()) {
                if (Pattern.compile(
                                "(?<![\\w.-])" + Pattern.quote(property.name().toString()) + "(?![\\w-])")
                        .matcher(message)
                        .find()) {
                    origins.add(property.described());
                }
            }
            return origins;
        }
    }
}
