package io.github.wxpaycodegen.runtime.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        in.next();

        assertThat(in.indexed(FieldReader::name)).isNull();
    }

    /** Reads as emitted code does, with a group within a group. */
    private static Map<String, Object> read(Map<String, Object> fields) {
        FieldReader in = TreeFieldReader.received(fields, text -> null);
        in.group("refunds", "refund_id_$n", "coupon_fee_$n", "coupon_id_$n_$m", "coupon_fee_$n_$m");
        Map<String, Object> read = new LinkedHashMap<>();
        while (in.next()) {
            read.put(in.name(), in.name().equals("$refunds") ? in.indexed(IndexedFieldsTest::refund) : in.string());
        }
        return read;
    }

    private static Map<String, Object> refund(FieldReader in) {
        in.group("coupons", "coupon_id_$n_$m", "coupon_fee_$n_$m");
        Map<String, Object> read = new LinkedHashMap<>();
        while (in.next()) {
            read.put(in.name(), in.name().equals("$coupons") ? in.indexed(IndexedFieldsTest::coupon) : in.string());
        }
        return read;
    }

    private static Map<String, Object> coupon(FieldReader in) {
        Map<String, Object> read = new LinkedHashMap<>();
        while (in.next()) {
            read.put(in.name(), in.string());
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
