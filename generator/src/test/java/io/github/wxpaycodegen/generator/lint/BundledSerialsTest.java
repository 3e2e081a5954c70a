package io.github.wxpaycodegen.generator.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.Bundled;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The sources list the header that names the key of encrypted fields only where a request encrypts something. */
class BundledSerialsTest {
    private static final Path OPERATIONS = Path.of("src/test/resources/inventory/operations.txt");
    private static final String HEADER = "request.header.Wechatpay-Serial\t";

    /** The one source that lists the header there has no field that could be encrypted. */
    private static final Set<String> REVIEWED = Set.of(
            "POST /v3/vehicle/parking/parkings", "GET /v3/aggracct-bc/wb-channel/control-orders/{out_request_no}");

    @Test
    void operationsWithTheHeaderEncryptSomething() throws IOException {
        Set<String> listed = withHeader();
        Set<String> plain = new TreeSet<>();
        for (Endpoint endpoint : Bundled.specs().endpoints()) {
            for (Operation operation : endpoint.operations()) {
                String name = operation.method().name() + " /" + endpoint.uri();
                if (listed.contains(name) && !SerialLint.encrypts(Bundled.specs(), operation)) {
                    plain.add(name);
                }
            }
        }

        assertThat(listed).hasSizeGreaterThan(100);
        assertThat(plain).containsExactlyInAnyOrderElementsOf(REVIEWED);
    }

    private static Set<String> withHeader() throws IOException {
        Set<String> found = new TreeSet<>();
        String message = "";
        for (String line : Files.readAllLines(OPERATIONS)) {
            if (line.startsWith(HEADER)) {
                found.add(message);
            } else if (!line.startsWith("#") && !line.startsWith("! ") && line.indexOf('\t') < 0) {
                message = line;
            }
        }
        return found;
    }
}
