package io.github.wxpaycodegen.springboot.examples;

import io.github.wxpaycodegen.runtime.CallEnd;
import io.github.wxpaycodegen.runtime.CallListener;
import io.github.wxpaycodegen.springboot.WxPayConfigCustomizer;
import java.security.Provider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Settings that no property can have. */
@Configuration
public class PayConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(PayConfiguration.class);

    @Bean
    WxPayConfigCustomizer nativeSignatures(Provider provider) {
        return (merchant, config) -> config.signatureProvider(provider);
    }

    @Bean
    CallListener failedCalls() {
        return new CallListener() {
            @Override
            public void onEnd(CallEnd end) {
                if (!end.isSuccess()) {
                    LOG.warn("{}", end);
                }
            }
        };
    }
}
