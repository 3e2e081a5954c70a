package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.generator.spec.Field;
import io.github.wxpaycodegen.generator.spec.FillKey;
import io.github.wxpaycodegen.generator.spec.Operation;
import java.util.List;
import java.util.Optional;

/** Where a message names its merchant. */
final class Merchants {
    /** The names of the merchant's field. */
    static final List<String> FIELDS = List.of("mch_id", "mchid", "combine_mch_id");

    private Merchants() {}

    /** The field of the request that names the merchant who calls; empty where the operation has none. */
    static Optional<String> fieldOf(Operation operation) {
        List<Field> fields = V2Requests.shapeOf(operation).fields();
        return fields.stream()
                .filter(field -> field.fill().filter(FillKey.MCHID::equals).isPresent())
                .map(Field::name)
                .findFirst()
                .or(() -> FIELDS.stream()
                        .filter(name ->
                                fields.stream().anyMatch(field -> field.name().equals(name)))
                        .findFirst());
    }
}
