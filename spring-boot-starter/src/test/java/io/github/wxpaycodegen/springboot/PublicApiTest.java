package io.github.wxpaycodegen.springboot;

import io.github.wxpaycodegen.testsupport.PublicApi;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The public API is what {@code src/test/api/spring-boot-starter.txt} says; {@code -Dapi.record=true} records it anew. */
class PublicApiTest {
    private static final PublicApi API = PublicApi.of(WxPayMerchants.class, name -> true);

    @Test
    void publicApiIsAsRecorded() throws Exception {
        API.assertRecordedIn(Path.of("src/test/api/spring-boot-starter.txt"));
    }

    @Test
    void signaturesNameNoInternalType() {
        API.assertNamesNothingInternal();
    }
}
