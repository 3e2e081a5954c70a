package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.testsupport.PublicApi;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The public API is what {@code src/test/api/runtime.txt} says; {@code -Dapi.record=true} records it anew. */
class PublicApiTest {
    private static final PublicApi API = PublicApi.of(WxPayConfig.class, name -> true);

    @Test
    void publicApiIsAsRecorded() throws Exception {
        API.assertRecordedIn(Path.of("src/test/api/runtime.txt"));
    }

    @Test
    void signaturesNameNoInternalType() {
        API.assertNamesNothingInternal();
    }
}
