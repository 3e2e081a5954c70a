package io.github.wxpaycodegen.springboot.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of the starter, which is that of the runtime. */
final class StarterVersion {
    /** The resource with the version, which the build fills in. */
    static final String RESOURCE = "META-INF/wxpay/spring-boot-starter.properties";

    private StarterVersion() {}

    /** Returns the version; {@code unknown} in an environment that does not have the resource. */
    static String read() {
        try (InputStream in = StarterVersion.class.getResourceAsStream("/" + RESOURCE)) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }
}
