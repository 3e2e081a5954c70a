package io.github.wxpaycodegen.runtime.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The fields of v2 whose names have an index, {@code coupon_id_0}, as lists. */
class IndexedFieldsTest {
    @Test
    void groupsFieldsByIndex() {
        Map<String, Object> read = read(fields(
                "total", "9",
                "refund_id_1", "R1",
                "refund_id_0", "R0",
                "refund_id_10", "R10",
                "coupon_fee_0", "50",
                "coupon_id_1_0", "C0",
                "coupon_id_1_1", "C1",
                "coupon_fee_1_1", "7"));

        assertThat(read)
                .containsEntry("total", "9")
                .containsEntry(
                        "$refunds",
                        List.of(
                                fields("refund_id_$n", "R0", "coupon_fee_$n", "50"),
                                fields(
                                        "refund_id_$n",
                                        "R1",
                                        "$coupons",
                                        List.of(
                                                fields("coupon_id_$n_$m", "C0"),
                                                fields("coupon_id_$n_$m", "C1", "coupon_fee_$n_$m", "7"))),
                                fields("refund_id_$n", "R10")))
                .hasSize(2);
    }

    @Test
    void keepsNamesThatOnlyLookIndexed() {
        Map<String, Object> fields = fields(
                "refund_id_", "a",
                "refund_id_01", "b",
                "refund_id_10000", "c",
                "refund_id_x", "d",
                "my_refund_id_0", "e",
                "refund_id_0_0", "f",
                "coupon_id_0", "g");

        assertThat(read(fields)).isEqualTo(fields);
    }

    @Test
    void messageWithoutIndexedFieldsHasNoGroup() {
        assertThat(read(fields("total", "9"))).isEqualTo(fields("total", "9"));
    }

    @Test
    void ignoresFieldThatIsNotAGroup() {
        TreeFieldReader in = TreeFieldReader.received(Map.of("total", "9"), text -> null);

        assertThat(in.indexed(FieldReader::names, "refund_id_$n")).isNull();
        assertThat(in.names()).containsExactly("total");
    }

    @Test
    void groupExcludesDeclaredField() {
        TreeFieldReader in = TreeFieldReader.received(fields("refund_id_0", "R0", "refund_id_1", "R1"), text -> null);

        assertThat(in.string("refund_id_1")).isEqualTo("R1");
        assertThat(in.indexed(each -> each.string("refund_id_$n"), "refund_id_$n"))
                .containsExactly("R0");
    }

    /** An element's own JSON no longer has the number of the element, but still those of the group within it. */
    @Test
    void readsNestedGroupOfAnElementFromItsJson() {
        TreeFieldReader in =
                TreeFieldReader.ofJson(fields("refund_id_$n", "R1", "coupon_id_$n_0", "C0", "coupon_id_$n_1", "C1"));

        assertThat(in.indexed(each -> each.string("coupon_id_$n_$m"), "coupon_id_$n_$m", "coupon_fee_$n_$m"))
                .containsExactly("C0", "C1");
        assertThat(in.names()).containsExactly("refund_id_$n");
    }

    @Test
    void groupsByOuterIndexWhereEveryFieldHasTwo() {
        TreeFieldReader in =
                TreeFieldReader.received(fields("coupon_id_0_7", "C0", "coupon_id_1_0", "C1"), text -> null);

        assertThat(in.indexed(FieldReader::names, "coupon_id_$n_$m"))
                .containsExactly(List.of("coupon_id_$n_7"), List.of("coupon_id_$n_0"));
    }

    /** Reads as emitted code does, with a group within a group. */
    private static Map<String, Object> read(Map<String, Object> fields) {
        FieldReader in = TreeFieldReader.received(fields, text -> null);
        return read(
                in,
                "refunds",
                in.indexed(
                        IndexedFieldsTest::refund,
                        "refund_id_$n",
                        "coupon_fee_$n",
                        "coupon_id_$n_$m",
                        "coupon_fee_$n_$m"));
    }

    private static Map<String, Object> refund(FieldReader in) {
        return read(in, "coupons", in.indexed(each -> read(each, "none", null), "coupon_id_$n_$m", "coupon_fee_$n_$m"));
    }

    private static Map<String, Object> read(FieldReader in, String group, @Nullable List<?> elements) {
        Map<String, Object> read = new LinkedHashMap<>();
        in.names().forEach(name -> read.put(name, in.string(name)));
        if (elements != null) {
            read.put("$" + group, elements);
        }
        return read;
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
