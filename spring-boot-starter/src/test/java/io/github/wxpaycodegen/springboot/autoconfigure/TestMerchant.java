package io.github.wxpaycodegen.springboot.autoconfigure;

import io.github.wxpaycodegen.simulator.Simulator;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The properties of a merchant of a simulator, and applications that have them. */
final class TestMerchant {
    private TestMerchant() {}

    static Simulator start() {
        return Simulator.builder()
                .mchid("1230000109")
                .v2Key("spring-key-0123456789abcdef01234")
                .rememberOrders()
                .start();
    }

    /** An application with the starter, and without any property. */
    static ApplicationContextRunner application() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        SslAutoConfiguration.class,
                        WxPayAutoConfiguration.class,
                        WxPayMetricsAutoConfiguration.class,
                        WxPayActuatorAutoConfiguration.class));
    }

    /** The properties that say where the simulator is. */
    static String[] connection(Simulator gateway) {
        return new String[] {
            "wxpay.host=" + gateway.baseUri(),
            "wxpay.trust-pem=" + gateway.caCertificatePem(),
            "wxpay.appid=wxd678efh567hg6787"
        };
    }

    /** The properties of a merchant that calls v3. */
    static String[] v3(String prefix, Simulator gateway) {
        return new String[] {
            prefix + ".mchid=1230000109",
            prefix + ".v3-key=" + gateway.v3Key(),
            prefix + ".merchant-private-key-pem=" + gateway.merchantKeyPem(),
            prefix + ".merchant-certificate-pem=" + gateway.merchantCertificatePem(),
            prefix + ".wechat-pay-public-key-id=" + gateway.publicKeyId(),
            prefix + ".wechat-pay-public-key-pem=" + gateway.publicKeyPem()
        };
    }

    static String[] all(String[]... parts) {
        List<String> all = new ArrayList<>();
        for (String[] part : parts) {
            all.addAll(List.of(part));
        }
        return all.toArray(String[]::new);
    }
}
