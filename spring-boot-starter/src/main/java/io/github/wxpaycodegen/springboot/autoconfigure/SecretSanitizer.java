package io.github.wxpaycodegen.springboot.autoconfigure;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/**
 * Hides the merchants' secrets in endpoints, even if {@code management.endpoint.env.show-values} shows all other values.
 */
final class SecretSanitizer implements SanitizingFunction {
    private static final Set<String> SECRETS = Set.of(
                    "v2-key",
                    "v3-key",
                    "brand-v3-key",
                    "workwx-secret",
                    "merchant-private-key-pem",
                    "brand-private-key-pem",
                    "client-certificate",
                    "client-certificate-password",
                    "client-certificate-key-pem",
                    "proxy-password")
            .stream()
            .map(PropertyReader::uniform)
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public SanitizableData apply(SanitizableData data) {
        String name = PropertyReader.uniform(data.getKey());
        return name.startsWith("wxpay") && SECRETS.stream().anyMatch(name::endsWith) ? data.withSanitizedValue() : data;
    }
}
