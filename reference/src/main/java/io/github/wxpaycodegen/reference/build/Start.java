package io.github.wxpaycodegen.reference.build;

import io.github.wxpaycodegen.reference.page.Snippet;
import io.github.wxpaycodegen.reference.page.StartPage;
import io.github.wxpaycodegen.reference.page.StartPage.Step;
import io.github.wxpaycodegen.reference.text.Language;
import java.util.List;

/** Writes the page about the first steps: the dependency, the client, tests and Spring Boot. */
final class Start {
    private final String basePackage;
    private final Language language;

    private Start(String basePackage, Language language) {
        this.basePackage = basePackage;
        this.language = language;
    }

    /** Returns the page for a client in a package. */
    static StartPage of(String basePackage, Language language) {
        Start start = new Start(basePackage, language);
        return new StartPage(
                language.of("开始使用", "Getting started"),
                List.of(start.dependency(), start.client(), start.simulator(), start.spring()));
    }

    private Step dependency() {
        // A project with specs of its own generates the client, which needs the runtime alone.
        boolean bundled = basePackage.equals(SiteBuilder.CLIENT_PACKAGE);
        String text = bundled
                ? language.of(
                        "wxpay.version 是所用的版本，在 pom.xml 的 properties 中定义。需要 Java 17 及以上。",
                        "Define wxpay.version, the version that you use, among the properties of your pom.xml. Java 17 or later is required.")
                : language.of(
                        "客户端由 wxpay-maven-plugin 生成到 " + basePackage
                                + "。wxpay.version 是所用的版本，在 pom.xml 的 properties 中定义。需要 Java 17 及以上。",
                        "The wxpay-maven-plugin generates the client into " + basePackage
                                + ". Define wxpay.version, the version that you use, among the properties of your pom.xml. Java 17 or later is required.");
        return new Step(
                new Snippet("dependency", "Maven", "xml", artifact(bundled ? "wxpay-client" : "wxpay-runtime")), text);
    }

    private static String artifact(String name) {
        return "<dependency>\n  <groupId>io.github.wxpaycodegen</groupId>\n  <artifactId>" + name
                + "</artifactId>\n  <version>${wxpay.version}</version>\n</dependency>\n";
    }

    private Step client() {
        String code = """
                import %s.WxPay;
                import io.github.wxpaycodegen.runtime.WxPayConfig;
                import java.nio.file.Path;

                public class Payments {
                    public static void main(String[] args) {
                        WxPayConfig config = WxPayConfig.builder()
                                .mchid("1900000001")
                                .appid("wxd678efh567hg6787")
                                .merchantPrivateKeyPem(Path.of("apiclient_key.pem"))
                                .merchantSerial("5157F09EFDC096DE15EBE81A47057A72")
                                .wechatPayPublicKeyPem("PUB_KEY_ID_0119000000012026010100000000000001", Path.of("pub_key.pem"))
                                .v3Key(System.getenv("WXPAY_V3_KEY"))
                                .build();
                        try (WxPay pay = WxPay.create(config)) {
                            // %s
                        }
                    }
                }
                """.formatted(basePackage, language.of("各页的代码写在这里", "Here goes the code of any page."));
        return new Step(
                new Snippet("client", language.of("创建 pay", "Create pay"), "java", code),
                language.of(
                        "六项配置：商户号、AppID、商户 API 私钥、商户 API 证书序列号、微信支付公钥及其 ID、APIv3 密钥。v2 接口另需 v2Key，"
                                + "品牌接口另需品牌自己的密钥。客户端线程安全：整个应用共用一个，退出时关闭。",
                        "Six settings: merchant id, AppID, the merchant's private key, the serial number of its certificate, WeChat"
                                + " Pay's public key with its id, and the APIv3 key. v2 also needs v2Key; a brand's operations"
                                + " need the keys of the brand. The client is thread-safe: share one, and close it at the end."));
    }

    private Step simulator() {
        String code = """
                import %s.WxPay;
                import io.github.wxpaycodegen.simulator.Simulator;

                public class Trial {
                    public static void main(String[] args) {
                        try (Simulator gateway = Simulator.builder()
                                        .mchid("1900000001")
                                        .rememberOrders()
                                        .start();
                                WxPay pay = WxPay.create(gateway.config().build())) {
                            // %s
                        }
                    }
                }
                """.formatted(basePackage, language.of("各页的代码写在这里", "Here goes the code of any page."));
        return new Step(
                new Snippet("simulator", language.of("用模拟器测试", "Test with the simulator"), "java", code),
                language.of(
                        "模拟器在本机检查每个请求并应答，商户号可以任意填写，不需要网络和资金。依赖是 wxpay-simulator，scope 为 test。",
                        "The simulator checks and answers every request on your machine. Any merchant id will do; no network and no money is needed."
                                + " Its dependency is wxpay-simulator, with scope test."));
    }

    private Step spring() {
        String code = """
                wxpay:
                  mchid: "1900000001"
                  appid: wxd678efh567hg6787
                  merchant-private-key-pem-file: /run/secrets/apiclient_key.pem
                  merchant-serial: 5157F09EFDC096DE15EBE81A47057A72
                  wechat-pay-public-key-id: PUB_KEY_ID_0119000000012026010100000000000001
                  wechat-pay-public-key-pem-file: /run/secrets/pub_key.pem
                  v3-key-file: /run/secrets/v3-key
                """;
        return new Step(
                new Snippet("spring", "Spring Boot", "yaml", code),
                language.of(
                        "加上依赖 wxpay-spring-boot-starter 和这些属性，WxPay 就是一个可以注入的 bean。",
                        "With the dependency wxpay-spring-boot-starter and these properties, WxPay is a bean to inject."));
    }
}
