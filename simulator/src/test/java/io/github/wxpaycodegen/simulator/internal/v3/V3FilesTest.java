package io.github.wxpaycodegen.simulator.internal.v3;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.simulator.internal.specs.SpecLoader;
import io.github.wxpaycodegen.simulator.internal.specs.Types;
import io.github.wxpaycodegen.simulator.internal.values.Flattened;
import io.github.wxpaycodegen.simulator.internal.values.SampleValues;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class V3FilesTest {
    /** Its files are invoices. */
    private static final String INVOICES =
            "v3/new-tax-control-fapiao/fapiao-applications/{fapiao_apply_id}/fapiao-files";

    @Test
    void specsNameKindOfEachLinkedFile() {
        Specs specs = SpecLoader.bundled();
        SampleValues samples = new SampleValues(new Types(specs.types()));
        List<String> without = new ArrayList<>();
        int links = 0;
        for (Endpoint endpoint : specs.endpoints()) {
            for (Operation operation : endpoint.operations()) {
                if (hasLink(operation, samples)) {
                    links++;
                    if (operation.response().file().isEmpty()) {
                        without.add(endpoint.uri());
                    }
                }
            }
        }
        assertThat(without).containsExactly(INVOICES);
        assertThat(links).isGreaterThan(30);
    }

    private static boolean hasLink(Operation operation, SampleValues samples) {
        return operation.response().download().isPresent()
                || operation.response().shape().fields().stream()
                        .anyMatch(field -> Flattened.of(field.name(), samples.json(field)).keySet().stream()
                                .anyMatch(path -> path.endsWith("download_url")));
    }
}
