package io.github.wxpaycodegen.sample;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.testsupport.PublicApi;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The root package of the client is as {@code src/test/api/client.txt} says; {@code -Dapi.record=true} records it anew. What is
 * below follows from the specs: their golden files and {@code CompatibilityTest} watch over it.
 */
class PublicApiTest {
    @Test
    void rootPackageIsAsRecorded() throws Exception {
        String root = WxPay.class.getPackageName() + ".";
        PublicApi.of(WxPay.class, name -> name.startsWith(root) && name.indexOf('.', root.length()) < 0)
                .assertRecordedIn(Path.of("src/test/api/client.txt"));
    }
}
