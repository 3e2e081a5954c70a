package io.github.wxpaycodegen.generator.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.plan.ClientPlanner;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassListTest {
    @Test
    void listsClassesByTheirSource() {
        Specs specs = SpecReader.read(List.of(
                        file("v3/pay/_types.yaml", "types: {Amount: {fields: {kind: {enum: [A]}}}}\n"),
                        file("v3/pay/close-order.yaml", """
                            uri: v3/pay/close-order
                            post: {title: T, request: {orders: {list: true, fields: {amount: {type: Amount}}}}}
                            """)))
                .specs()
                .orElseThrow();

        assertThat(ClassList.of(ClientPlanner.plan(specs, specs, "shop")))
                .containsOnly(
                        entry("POST v3/pay/close-order request", "shop.v3.pay.CloseOrderRequest"),
                        entry("POST v3/pay/close-order request orders", "shop.v3.pay.CloseOrderRequest$Order"),
                        entry("POST v3/pay/close-order response", "shop.v3.pay.CloseOrderResponse"),
                        entry("place v3", "shop.V3Api"),
                        entry("place v3/pay", "shop.v3.pay.PayApi"),
                        entry("place v3/pay/closeorder", "shop.v3.pay.PayApi$CloseOrder"),
                        entry("v3/pay/Amount", "shop.v3.pay.Amount"),
                        entry("v3/pay/Amount kind", "shop.v3.pay.Amount$Kind"));
    }

    @Test
    void comparesTwoLists(@TempDir Path folder) throws Exception {
        Path before = Files.writeString(folder.resolve("before"), "a\tshop.A\nb\tshop.B\nc\tshop.C\n");
        Path after = Files.writeString(folder.resolve("after"), "a\tshop.A\nb\tshop.New\nd\tshop.D\n");

        assertThat(ClassList.renamed(before, after)).containsExactly(entry("shop.B", "shop.New"));
    }

    private static SpecFile file(String path, String text) {
        return new SpecFile(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
