package io.github.wxpaycodegen.reference.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathsTest {
    private static final String LONG = "超长的产品名称".repeat(20);

    @Test
    void similarProductsHavePathsOfTheirOwn() {
        List<String> names = List.of(
                "券(商户)", "券-商户-", "券/商户/", "券（商户）", "ﬀ", "ff", "Ａ", "A", "a-b", "a b", "a/b", "a+b", "a*b", "a%2Db",
                "a_b", LONG);

        assertThat(names.stream().map(Paths::ofProduct)).doesNotHaveDuplicates();
        assertThat(names)
                .allSatisfy(name -> assertThat(name(Paths.ofProduct(name))).isEqualTo(name));
    }

    @Test
    void pathsOfProductsArePlainInUrlsAndFileSystems() {
        assertThat(List.of("券(商户)", "a/b", "..", "券\u200d", "-券", LONG))
                .allSatisfy(name -> assertThat(Paths.ofProduct(name)).matches("products(/[A-Za-z0-9._-]{1,200})+"));
    }

    @Test
    void asciiNamesOfProductsRemainReadable() {
        assertThat(Paths.ofProduct("Coupons_2.0")).isEqualTo("products/Coupons_2.0");
        assertThat(Paths.ofProduct("App-Pay now")).isEqualTo("products/App-2DPay-20now");
    }

    private static String name(String path) {
        String label = path.substring("products/".length()).replace("/", "");
        return URLDecoder.decode(label.replace("-", "%"), StandardCharsets.UTF_8);
    }
}
