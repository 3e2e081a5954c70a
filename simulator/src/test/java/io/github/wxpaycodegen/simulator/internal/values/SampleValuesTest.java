package io.github.wxpaycodegen.simulator.internal.values;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.simulator.Client;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.Simulators;
import io.github.wxpaycodegen.simulator.V3Client;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Sample responses: examples of the spec, and values in the right format otherwise. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleValuesTest {
    private final Simulator simulator = Simulators.play();
    private final V3Client v3 = new V3Client(simulator);

    @AfterAll
    void close() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/number | \"42\"",
                "/amount | 888",
                "/rate | 0.125",
                "/paid | false",
                "/begins | \"2025-05-20T13:29:35+08:00\"",
                "/names | [\"Tea\",\"Tea\"]",
                "/state | \"NEW\"",
                "/kind | \"TWO\"",
                "/plain | \"sample-plain\"",
                "/tight | \"1234567890123456789012345678\"",
                "/small | 9",
                "/day | \"2026-01-01\"",
                "/compact_day | \"20260101\"",
                "/month | \"2026-01\"",
                "/compact_month | \"202601\"",
                "/year | \"2026\"",
                "/time | \"08:00:00\"",
                "/compact_time | \"080000\"",
                "/compact_date_time | \"20260101080000\"",
                "/local_date_time | \"2026-01-01 08:00:00\"",
                "/create_time | \"2026-01-01T08:00:00+08:00\"",
                "/sale_date | \"2026-01-01\"",
                "/short_time | \"20260101080000\"",
                "/tiny_time | \"samp\"",
                "/numeric_date | \"20260101\"",
                "/seconds | 1767225600",
                "/milliseconds | \"1767225600000\"",
                "/content | \"Y29udGVudA==\"",
                "/link | \"https://example.com/link\"",
                "/media | \"sample-media\"",
                "/text | \"{}\"",
                "/digest | \"646967657374\"",
                "/address | \"203.0.113.1\"",
                "/inner/number | \"43\"",
            })
    void returnsExamplesAndValuesOfTheFormat(String pointer, String value) throws Exception {
        JsonNode answer = v3.post("/v3/play/limits", "{}").read();

        assertThat(answer.at(pointer).toString()).isEqualTo(value);
    }

    @Test
    void prefersTheValueOfTheRequest() throws Exception {
        JsonNode answer = v3.post("/v3/play/limits", "{\"number\":\"A1\"}").read();

        assertThat(answer.get("number").asString()).isEqualTo("A1");
    }

    @Test
    void returnsExamplesInV2Too() throws Exception {
        Map<String, String> request = Client.fields("mch_id", Client.MCHID, "nonce_str", "n");

        Map<String, String> answer =
                Client.read(Client.withoutCertificate(simulator).post("/play/limits", request));

        assertThat(answer)
                .containsEntry("number", "42")
                .containsEntry("total_fee", "888")
                .containsEntry("kept", "Y")
                .containsEntry("lost", "N")
                .containsEntry("state", "NEW")
                .containsEntry("time_end", "20260101080000")
                .containsEntry("pay_time", "20260101080000")
                .containsEntry("end_date", "2026-01-01")
                .containsEntry("use_time_0", "20260101080000")
                .containsEntry("price_0", "7")
                .containsEntry("price_1", "7");
    }
}
