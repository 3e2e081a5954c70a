package io.github.wxpaycodegen.generator.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.Bundled;
import io.github.wxpaycodegen.generator.model.ErrorCatalog;
import io.github.wxpaycodegen.generator.model.HttpMethod;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.name.NameChecker;
import io.github.wxpaycodegen.generator.plan.ClassClaims;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecReading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The specs say what independent public sources say together, but for what is listed with the sources that decided. */
class CompletenessTest {
    private static final Path INVENTORY = Path.of("src/test/resources/inventory");
    private static List<SpecFile> files;
    private static SpecReading reading;
    private static Specs specs;
    private static Evidence evidence;
    private static List<Difference> differences;
    private static List<Deviation> deviations;

    @BeforeAll
    static void read() throws IOException {
        files = Bundled.files();
        reading = Bundled.reading();
        specs = reading.specs()
                .orElse(new Specs(List.of(), List.of(), List.of(), new TreeMap<>(), Set.of(), ErrorCatalog.EMPTY));
        evidence = Evidence.read(INVENTORY);
        differences = Inventory.differences(evidence, specs);
        deviations = Deviation.read(INVENTORY.resolve("deviations.txt"));
    }

    @Test
    void noSpecHasErrors() {
        assertThat(SpecReading.printer(files).print(reading.diagnostics())).isEqualTo("0 errors\n");
        assertThat(SpecReading.printer(files).print(NameChecker.check(specs))).isEqualTo("0 errors\n");
        assertThat(SpecReading.printer(files).print(ClassClaims.check(specs))).isEqualTo("0 errors\n");
    }

    @Test
    void inventoryContainsAllMessages() {
        assertThat(evidence.messages().stream().filter(name -> !name.startsWith("NOTIFY ")))
                .hasSize(1208);
        assertThat(evidence.messages().stream().filter(name -> name.startsWith("NOTIFY ")))
                .hasSize(119);
    }

    @Test
    void everyDifferenceFromTheSourcesHasAReason() {
        assertThat(differences.stream()
                        .filter(difference -> deviations.stream().noneMatch(d -> d.excuses(difference, evidence))))
                .as("differences without a reason")
                .isEmpty();
    }

    @Test
    void everyDeviationIsNecessary() {
        assertThat(deviations.stream()
                        .filter(deviation -> differences.stream().noneMatch(d -> deviation.excuses(d, evidence)))
                        .map(Deviation::line))
                .as("deviations that no difference needs")
                .isEmpty();
    }

    @Test
    void deviationsExcuseAsManyDifferencesAsTheySay() {
        assertThat(deviations.stream()
                        .filter(deviation -> deviation.number().isPresent())
                        .map(deviation -> deviation.line().replaceFirst("\\d+$", "")
                                + differences.stream()
                                        .filter(d -> deviation.excuses(d, evidence))
                                        .count())
                        .toList())
                .as("look at the new differences, and write their number down")
                .isEqualTo(deviations.stream()
                        .filter(deviation -> deviation.number().isPresent())
                        .map(Deviation::line)
                        .toList());
    }

    @Test
    void judgedOperationsHaveTheirOfficialMethodAndPath() {
        Set<String> declared = specs.endpoints().stream()
                .flatMap(endpoint -> endpoint.operations().stream()
                        .map(operation -> operation.method().name() + " /" + endpoint.uri()))
                .collect(Collectors.toSet());
        List<String[]> judged = Evidence.lines(INVENTORY.resolve("judged.txt")).stream()
                .map(line -> line.split(" ; ", -1))
                .toList();

        assertThat(judged).hasSize(13).allSatisfy(line -> {
            assertThat(line).hasSize(3);
            assertThat(declared).doesNotContain(line[0]).contains(line[1]);
            assertThat(line[2]).isNotBlank();
        });
    }

    @Test
    void specsAreNotOlderThanTheirPages() {
        assertThat(PageDates.older(INVENTORY.resolve("pages.txt"), specs)).isEmpty();
    }

    @Test
    void settlingOperationsAreReadOnly() {
        Set<String> queries = specs.endpoints().stream()
                .filter(endpoint -> endpoint.operations().stream()
                        .anyMatch(operation -> operation.effects().readOnly()))
                .map(endpoint -> endpoint.uri())
                .collect(Collectors.toSet());

        assertThat(operationStream().flatMap(o -> o.effects().settledBy().stream()))
                .hasSizeGreaterThan(200)
                .allSatisfy(uri -> assertThat(queries).contains(uri));
    }

    @Test
    void readOnlyOperationsHaveNoUncertainCodes() {
        assertThat(operationStream()
                        .filter(o -> o.effects().readOnly()
                                && o.effects().settledBy().isPresent()))
                .isEmpty();
        assertThat(specs.endpoints().stream()
                        .filter(endpoint -> endpoint.uri().startsWith("v3/"))
                        .flatMap(endpoint -> endpoint.operations().stream())
                        .filter(o ->
                                o.method() == HttpMethod.GET && !o.effects().readOnly()))
                .isEmpty();
    }

    /** The gateway says {@code INVALID_REQUEST} of a number that was used with other data: decision 12. */
    @Test
    void usedNumberLeavesTransfersAndPaymentsOpen() {
        Set<String> used = Set.of("ORDERPAID", "OUT_TRADE_NO_USED", "FATAL_ERROR", "REFUND_FEE_MISMATCH");

        assertThat(specs.endpoints().stream()
                        .flatMap(endpoint -> endpoint.operations().stream())
                        .map(operation -> operation.effects().uncertain())
                        .filter(codes -> codes.stream().anyMatch(used::contains)))
                .hasSizeGreaterThan(25)
                .allSatisfy(codes -> assertThat(codes).contains("INVALID_REQUEST"));
    }

    private static Stream<Operation> operationStream() {
        return specs.endpoints().stream().flatMap(endpoint -> endpoint.operations().stream());
    }
}
