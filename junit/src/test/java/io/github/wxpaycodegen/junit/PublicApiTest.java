package io.github.wxpaycodegen.junit;

import io.github.wxpaycodegen.testsupport.PublicApi;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The public API is what {@code src/test/api/junit.txt} says; {@code -Dapi.record=true} records it anew. */
class PublicApiTest {
    private static final PublicApi API = PublicApi.of(WxPaySimulator.class, name -> !name.contains(".internal"));

    @Test
    void publicApiIsAsRecorded() throws Exception {
        API.assertRecordedIn(Path.of("src/test/api/junit.txt"));
    }

    @Test
    void signaturesNameNoInternalType() {
        API.assertNamesNothingInternal();
    }
}
