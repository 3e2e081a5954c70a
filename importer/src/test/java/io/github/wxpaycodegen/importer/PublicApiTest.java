package io.github.wxpaycodegen.importer;

import io.github.wxpaycodegen.testsupport.PublicApi;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The public API is what {@code src/test/api/importer.txt} says; {@code -Dapi.record=true} records it anew. */
class PublicApiTest {
    private static final PublicApi API = PublicApi.of(Importer.class, name -> !name.contains(".internal."));

    @Test
    void publicApiIsAsRecorded() throws Exception {
        API.assertRecordedIn(Path.of("src/test/api/importer.txt"));
    }

    @Test
    void signaturesNameNoInternalType() {
        API.assertNamesNothingInternal();
    }
}
