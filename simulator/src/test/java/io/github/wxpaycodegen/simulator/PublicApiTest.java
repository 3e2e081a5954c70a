package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.testsupport.PublicApi;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The public API is what {@code src/test/api/simulator.txt} says; {@code -Dapi.record=true} records it anew. */
class PublicApiTest {
    private static final PublicApi API = PublicApi.of(Simulator.class, name -> true);

    @Test
    void publicApiIsAsRecorded() throws Exception {
        API.assertRecordedIn(Path.of("src/test/api/simulator.txt"));
    }

    @Test
    void signaturesNameNoInternalType() {
        API.assertNamesNothingInternal();
    }
}
