package io.github.wxpaycodegen.generator.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.Bundled;
import io.github.wxpaycodegen.generator.SpecText;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One operation for two roles is described alike for both, but for what is listed. */
class BundledSiblingsTest {
    private static final Path REVIEWED = Path.of("src/test/resources/reviewed/siblings.txt");
    private static List<String> differences;
    private static List<Line> lines;

    @BeforeAll
    static void read() throws IOException {
        differences = Siblings.differences(Bundled.specs());
        lines = Files.readAllLines(REVIEWED).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Line::parse)
                .toList();
    }

    @Test
    void everyDifferenceIsListed() {
        assertThat(differences.stream().filter(difference -> lines.stream().noneMatch(line -> line.covers(difference))))
                .as("describe both alike by a page, or list the line in reviewed/siblings.txt")
                .isEmpty();
    }

    @Test
    void everyLineIsNecessary() {
        assertThat(lines.stream()
                        .filter(line -> differences.stream().noneMatch(line::covers))
                        .map(Line::text))
                .as("delete these lines of reviewed/siblings.txt")
                .isEmpty();
    }

    @Test
    void reportsWhatOneRoleLacks() {
        assertThat(Siblings.differences(SpecReader.read(List.of(
                                operation(
                                        "v3/shop/orders",
                                        "attach: {type: string, maxLength: 128}",
                                        "state: {enum: [PAID, CLOSED]}, fee: {type: integer, unit: fen}, sub_mchid: {type: string},"
                                                + " time: {type: date-time}, kind: {enum: [A]}"),
                                operation(
                                        "v3/shop/partner/orders",
                                        "attach: {type: string, maxLength: 127}",
                                        "state: {enum: [PAID]}, fee: {type: integer}, kind: {type: string}")))
                        .specs()
                        .orElseThrow()))
                .containsExactly(
                        "enum ; POST /v3/shop/partner/orders response.kind ; no values ; POST /v3/shop/orders",
                        "field ; POST /v3/shop/partner/orders response.time ; none ; POST /v3/shop/orders",
                        "length ; POST /v3/shop/partner/orders request.attach ; 127, not 128 ; POST /v3/shop/orders",
                        "unit ; POST /v3/shop/orders response.fee ; fen, not none ; POST /v3/shop/partner/orders",
                        "unit ; POST /v3/shop/partner/orders response.fee ; none, not fen ; POST /v3/shop/orders",
                        "value ; POST /v3/shop/partner/orders response.state ; not CLOSED ; POST /v3/shop/orders");
    }

    @Test
    void currencyAbroadIsNoDifference() {
        assertThat(Siblings.differences(SpecReader.read(List.of(
                                operation("v3/shop/orders", "fee: {type: integer, unit: fen}", ""),
                                operation("v3/global/shop/orders", "fee: {type: integer, unit: cent}", "")))
                        .specs()
                        .orElseThrow()))
                .isEmpty();
    }

    private static SpecFile operation(String uri, String request, String response) {
        return SpecText.file(
                uri + ".yaml",
                "uri: %s\npost:\n  title: A\n  request: {%s}\n  response: {%s}\n".formatted(uri, request, response));
    }

    /** A line {@code kind ; place ; what ; sibling}, with or without a reason; {@code *} stands for any text. */
    private record Line(String text, Pattern pattern) {
        static Line parse(String line) {
            String[] parts = line.split(" ; ", -1);
            if (parts.length != 4 && parts.length != 5) {
                throw new IllegalArgumentException("not `kind ; place ; what ; sibling[ ; reason]`: " + line);
            }
            String glob = String.join(" ; ", List.of(parts).subList(0, 4));
            return new Line(line, Pattern.compile(Pattern.quote(glob).replace("*", "\\E.*\\Q")));
        }

        boolean covers(String difference) {
            return pattern.matcher(difference).matches();
        }
    }
}
