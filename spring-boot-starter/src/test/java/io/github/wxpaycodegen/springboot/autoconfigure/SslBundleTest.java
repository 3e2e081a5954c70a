package io.github.wxpaycodegen.springboot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v2.pay.OrderTradeType;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.springboot.WxPayConfigCustomizer;
import io.github.wxpaycodegen.springboot.WxPayMerchants;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.ssl.PemSslBundleProperties;
import org.springframework.boot.autoconfigure.ssl.PropertiesSslBundle;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SslBundleTest {
    private static final String V2_KEY = "spring-key-0123456789abcdef01234";

    private static Simulator gateway;
    private static Simulator other;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startGateways() {
        gateway = TestMerchant.start();
        other = Simulator.builder().mchid("1230000109").v2Key(V2_KEY).start();
    }

    @AfterAll
    static void stopGateways() {
        gateway.close();
        other.close();
    }

    private ApplicationContextRunner shop() throws Exception {
        gateway.writeCertificates(folder, "password");
        return TestMerchant.application()
                .withPropertyValues(TestMerchant.connection(gateway))
                .withPropertyValues(
                        "spring.ssl.bundle.pem.merchant.keystore.certificate="
                                + folder.resolve("apiclient_cert.pem").toUri(),
                        "spring.ssl.bundle.pem.merchant.keystore.private-key="
                                + folder.resolve("apiclient_key.pem").toUri(),
                        "wxpay.mchid=1230000109",
                        "wxpay.v2-key=" + V2_KEY,
                        "wxpay.wechat-pay-public-key-id=" + gateway.publicKeyId(),
                        "wxpay.wechat-pay-public-key-pem=" + gateway.publicKeyPem(),
                        "wxpay.ssl.bundle=merchant");
    }

    private static SslBundle bundleOf(Simulator merchant) {
        PemSslBundleProperties properties = new PemSslBundleProperties();
        properties.getKeystore().setCertificate(merchant.merchantCertificatePem());
        properties.getKeystore().setPrivateKey(merchant.merchantKeyPem());
        return PropertiesSslBundle.get(properties);
    }

    private static BigInteger serial(WxPayMerchants<?> merchants) {
        List<X509Certificate> certificates =
                merchants.config("default").keys().certificates().get("merchantCertificatePem");
        return certificates.get(0).getSerialNumber();
    }

    @Test
    void bundleSignsRequestsAndIsPresented() throws Exception {
        shop().run(context -> {
            WxPay pay = context.getBean(WxPay.class);
            pay.v2().pay().unifiedOrder(b -> b.body("茶")
                    .outTradeNo("BUNDLE-1")
                    .totalFee(500)
                    .spbillCreateIp("127.0.0.1")
                    .tradeType(OrderTradeType.NATIVE)
                    .notifyUrl("https://shop.example.com/wxpay/notify"));
            gateway.orders().pay("BUNDLE-1");

            // A refund of v2 presents the certificate; a query of v3 is signed with its key.
            pay.v2().secApi().pay().refund(b -> b.outTradeNo("BUNDLE-1")
                    .outRefundNo("BUNDLE-R1")
                    .totalFee(500)
                    .refundFee(200));
            assertThat(pay.v3()
                            .pay()
                            .transactions()
                            .outTradeNo("BUNDLE-1")
                            .get()
                            .outTradeNo())
                    .isEqualTo("BUNDLE-1");
        });
    }

    /** Its own setting of the runtime would be found nowhere. */
    @Test
    void warningNamesTheBundle(CapturedOutput output) throws Exception {
        shop().withPropertyValues("wxpay.mchid=1230000110").run(context -> assertThat(
                        output.getAll().lines())
                .filteredOn(line -> line.contains("is of the merchant 1230000109, but wxpay.mchid is 1230000110"))
                .hasSize(2)
                .allMatch(line -> line.contains(" wxpay.ssl.bundle: the certificate ")));
    }

    @Test
    void updatedBundleReplacesTheKeys() throws Exception {
        shop().run(context -> {
            WxPayMerchants<?> merchants = context.getBean(WxPayMerchants.class);
            BigInteger before = serial(merchants);

            context.getBean(SslBundleRegistry.class).updateBundle("merchant", bundleOf(other));

            assertThat(serial(merchants)).isNotEqualTo(before).isEqualTo(new BigInteger(other.merchantSerial(), 16));
        });
    }

    /** A watcher may notice new files while the application starts. */
    @Test
    void updateDuringTheStartIsNotMissed() throws Exception {
        shop().withBean(EarlyUpdate.class).run(context -> {
            WxPayMerchants<?> merchants = context.getBean(WxPayMerchants.class);

            assertThat(serial(merchants)).isEqualTo(new BigInteger(other.merchantSerial(), 16));
        });
    }

    /** Updates the bundle after its first reading. */
    static final class EarlyUpdate implements WxPayConfigCustomizer {
        private final SslBundleRegistry bundles;
        private boolean updated;

        EarlyUpdate(SslBundleRegistry bundles) {
            this.bundles = bundles;
        }

        @Override
        public void customize(String merchant, WxPayConfig.Builder config) {
            if (!updated) {
                updated = true;
                bundles.updateBundle("merchant", bundleOf(other));
            }
        }
    }

    @Test
    void wrongUpdateKeepsTheKeys() throws Exception {
        shop().run(context -> {
            WxPayMerchants<?> merchants = context.getBean(WxPayMerchants.class);
            BigInteger before = serial(merchants);

            context.getBean(SslBundleRegistry.class)
                    .updateBundle("merchant", PropertiesSslBundle.get(new PemSslBundleProperties()));

            assertThat(serial(merchants)).isEqualTo(before);
        });
    }

    @Test
    void missingBundleIsNamed() throws Exception {
        shop().withPropertyValues("wxpay.ssl.bundle=merchants")
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("merchants"));
        shop().withPropertyValues("wxpay.ssl.bundle=merchants").run(context -> assertThat(context.getStartupFailure())
                .hasStackTraceContaining("wxpay.ssl.bundle: there is no SSL bundle \"merchants\""));
    }

    @Test
    void bundleWithoutKeyIsNamed() throws Exception {
        shop().withPropertyValues(
                        "spring.ssl.bundle.pem.empty.truststore.certificate=" + gateway.caCertificatePem(),
                        "wxpay.ssl.bundle=empty")
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining("wxpay.ssl.bundle: the SSL bundle \"empty\" has no key"));
    }

    @Test
    void fileOfABundleIsWatched() throws Exception {
        shop().withPropertyValues(
                        "spring.ssl.bundle.pem.merchant.reload-on-update=true",
                        "spring.ssl.bundle.watch.file.quiet-period=20ms")
                .run(context -> {
                    WxPayMerchants<?> merchants = context.getBean(WxPayMerchants.class);
                    BigInteger before = serial(merchants);
                    Path staged = Files.createDirectory(folder.resolve("staged"));
                    other.writeCertificates(staged, "password");

                    Files.copy(
                            staged.resolve("apiclient_key.pem"),
                            folder.resolve("apiclient_key.pem"),
                            StandardCopyOption.REPLACE_EXISTING);
                    Files.copy(
                            staged.resolve("apiclient_cert.pem"),
                            folder.resolve("apiclient_cert.pem"),
                            StandardCopyOption.REPLACE_EXISTING);

                    Awaiting.until(() -> !serial(merchants).equals(before));
                });
    }
}
