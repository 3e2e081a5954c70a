package io.github.wxpaycodegen.reference;

import io.github.wxpaycodegen.testsupport.PublicApi;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The public API is what {@code src/test/api/reference.txt} says; {@code -Dapi.record=true} records it anew. */
class PublicApiTest {
    private static final String ROOT = "io.github.wxpaycodegen.reference.";
    private static final PublicApi API =
            PublicApi.of(ReferenceSite.class, name -> name.lastIndexOf('.') == ROOT.length() - 1);

    @Test
    void publicApiIsAsRecorded() throws Exception {
        API.assertRecordedIn(Path.of("src/test/api/reference.txt"));
    }

    @Test
    void signaturesNameNoInternalType() {
        API.assertNamesNothingInternal();
    }
}
