package io.github.wxpaycodegen.generator.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.Bundled;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.FillKey;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Settlement;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.SharedType.TypeShape;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Queries that settle bundled operations: they ask about the same object for the same merchant. */
class BundledSettlementsTest {
    private static final List<Case> CASES = new ArrayList<>();
    private static final Map<String, SharedType> TYPES = new HashMap<>();

    /** An operation, its query and how that is called. */
    private record Case(String name, Operation write, Operation query, Settlement settlement) {
        /** A list of all that the user has contains the number instead. */
        boolean finds(String number) {
            return carries(number) || query.pages().stream().anyMatch(pages -> lists(pages.items(), number));
        }

        private boolean lists(String items, String number) {
            return query.response().shape().fields().stream()
                    .filter(field -> field.name().equals(items))
                    .map(Field::type)
                    .anyMatch(type -> type instanceof FieldType.Reference reference
                            && TYPES.get(reference.typeId()).shape() instanceof TypeShape.OfObject shared
                            && shared.shape().fields().stream()
                                    .anyMatch(field -> field.name().equals(number)));
        }

        boolean carries(String field) {
            return settlement.needs().stream()
                    .anyMatch(alternatives -> alternatives.get(0).equals(field));
        }
    }

    @BeforeAll
    static void read() {
        Specs specs = Bundled.specs();
        specs.types().forEach(type -> TYPES.put(type.id(), type));
        Map<String, Operation> queries = new TreeMap<>();
        for (Endpoint endpoint : specs.endpoints()) {
            endpoint.operations().stream()
                    .filter(operation -> operation.effects().readOnly())
                    .forEach(operation -> queries.put(endpoint.uri(), operation));
        }
        for (Endpoint endpoint : specs.endpoints()) {
            for (Operation write : endpoint.operations()) {
                write.effects().settledBy().ifPresent(uri -> {
                    Operation query = queries.get(uri);
                    CASES.add(new Case(
                            write.method() + " /" + endpoint.uri(),
                            write,
                            query,
                            Settlement.of(write, query, TYPES::get)));
                });
            }
        }
    }

    /** The others are findings of {@link SettlementLint}, which are reviewed. */
    @Test
    void almostAllOperationsCanBeSettled() {
        assertThat(CASES).hasSizeGreaterThanOrEqualTo(494);
        assertThat(CASES.stream().filter(each -> !each.settlement.isPossible())).hasSizeLessThanOrEqualTo(9);
    }

    @Test
    void queryCarriesTheNumberOfTheRequest() {
        for (Case each : CASES) {
            if (each.settlement.isPossible()) {
                each.write.effects().echoes().forEach(number -> assertThat(each.finds(number))
                        .as(each.name + " is asked about by " + number)
                        .isTrue());
                each.query.request().path().forEach(segment -> assertThat(each.carries(segment.name()))
                        .as(each.name + " is asked about at " + segment.name())
                        .isTrue());
            }
        }
    }

    /** Without a number there is but one such thing for each merchant, or the merchant itself is what was changed. */
    @Test
    void onlySettingsOfMerchantAreQueriedWithoutNumber() {
        assertThat(CASES.stream()
                        .filter(each -> each.settlement.isPossible()
                                && each.settlement.needs().isEmpty())
                        .map(Case::name))
                .allMatch(
                        name -> name.matches(
                                ".*(callbacks?|notify-configs|-notifications|development-config|addsubdevconfig|modifyInstitutionsub)"));
    }

    @Test
    void queryNamesTheMerchantOfTheRequest() {
        for (Case each : CASES) {
            for (Field field : each.query.request().given()) {
                if (each.settlement.isPossible() && field.source().fill().equals(Optional.of(FillKey.SUB_MCHID))) {
                    assertThat(each.settlement.takes().contains(field.name()) || each.carries(field.name()))
                            .as(each.name + " is asked about for " + field.name())
                            .isTrue();
                }
            }
        }
    }
}
