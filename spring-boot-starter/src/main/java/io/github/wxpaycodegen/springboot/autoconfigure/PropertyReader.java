package io.github.wxpaycodegen.springboot.autoconfigure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The properties of an application, under all names that relaxed binding allows. */
final class PropertyReader {
    private final Environment environment;
    private final Binder binder;

    PropertyReader(Environment environment) {
        this.environment = environment;
        this.binder = Binder.get(environment);
    }

    /**
     * A property.
     *
     * @param origin where it comes from; null if that is not known
     */
    record Property(
            ConfigurationPropertyName name,
            String value,
            @Nullable Origin origin) {
        /** Returns the name and the origin, but no value. */
        String described() {
            return name + (origin == null ? "" : " from " + origin);
        }

        /** Returns only the name, because the value may be a secret. */
        @Override
        public String toString() {
            return name.toString();
        }
    }

    /** Returns a property with its placeholders resolved; empty if it is not set. */
    Optional<Property> text(ConfigurationPropertyName name) {
        AtomicReference<@Nullable Origin> origin = new AtomicReference<>();
        String value = binder.bind(name, Bindable.of(String.class), new OriginRecorder(origin))
                .orElse(null);
        return Optional.ofNullable(value).map(text -> new Property(name, text, origin.get()));
    }

    /** Returns a property whose value is a list, with commas between its elements; empty if it is not set. */
    Optional<Property> list(ConfigurationPropertyName name) {
        AtomicReference<@Nullable Origin> origin = new AtomicReference<>();
        List<String> values = binder.bind(name, Bindable.listOf(String.class), new OriginRecorder(origin))
                .orElse(List.of());
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new Property(name, String.join(",", values), origin.get()));
    }

    /**
     * Returns the names of all properties below a prefix. Variables of the environment come last, because their names do not
     * show where a word begins.
     */
    List<ConfigurationPropertyName> below(ConfigurationPropertyName prefix) {
        return Stream.concat(names(prefix, false), names(prefix, true)).toList();
    }

    /** Returns the names of the properties below a prefix without those of the environment, whose prefix may mean others. */
    List<ConfigurationPropertyName> writtenBelow(ConfigurationPropertyName prefix) {
        return names(prefix, false).toList();
    }

    private Stream<ConfigurationPropertyName> names(ConfigurationPropertyName prefix, boolean ofEnvironment) {
        return Stream.of(ConfigurationPropertySources.get(environment))
                .flatMap(sources -> StreamSupport.stream(sources.spliterator(), false))
                .filter(IterableConfigurationPropertySource.class::isInstance)
                .map(IterableConfigurationPropertySource.class::cast)
                .filter(source -> isEnvironment(source) == ofEnvironment)
                .flatMap(IterableConfigurationPropertySource::stream)
                .filter(prefix::isAncestorOf);
    }

    private static boolean isEnvironment(IterableConfigurationPropertySource source) {
        return source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
    }

    /** Returns a name in the form that relaxed binding compares: {@code v3key} for {@code v3-key} and {@code v3Key}. */
    static String uniform(String name) {
        return name.replaceAll("[-_.]", "").toLowerCase(Locale.ROOT);
    }

    /** Notes where a property comes from. */
    private record OriginRecorder(AtomicReference<@Nullable Origin> origin) implements BindHandler {
        @Override
        public @Nullable Object onSuccess(
                ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
            ConfigurationProperty property = context.getConfigurationProperty();
            if (property != null && property.getOrigin() != null) {
                origin.compareAndSet(null, property.getOrigin());
            }
            return result;
        }
    }
}
