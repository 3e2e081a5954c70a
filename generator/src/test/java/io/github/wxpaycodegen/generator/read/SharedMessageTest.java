package io.github.wxpaycodegen.generator.read;

import static io.github.wxpaycodegen.generator.SpecText.errors;
import static io.github.wxpaycodegen.generator.SpecText.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldGroup;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A whole request, response or notification that is a shared object. */
class SharedMessageTest {
    // The file of the types comes after the one that uses them: the order must not matter.
    private static final SpecFile TYPES = file("v3/pay/orders/_types.yaml", """
            types:
              State: {enum: [A, B]}
              Order:
                exactlyOneOf: [[id, number]]
                fields:
                  id: {type: string}
                  number: {type: string}
              Wrong:
                fields:
                  totalFee: {type: integer}
                  total_fee: {type: integer}
            """);

    @Test
    void requestAndResponseHaveTheFieldsOfTheType() {
        Operation operation = specs("v3/pay/orders/a", "request: Order", "response: v3/pay/orders/Order")
                .endpoints()
                .get(0)
                .operations()
                .get(0);

        assertThat(operation.request().type()).contains("v3/pay/orders/Order");
        assertThat(operation.response().type()).contains("v3/pay/orders/Order");
        assertThat(operation.request().shape().fields()).extracting(Field::name).containsExactly("id", "number");
        assertThat(operation.response().shape().fields())
                .extracting(Field::name)
                .containsExactly("id", "number");
        assertThat(operation.request().shape().groups())
                .extracting(FieldGroup::names)
                .containsExactly(List.of("id", "number"));
    }

    @Test
    void operationAddsItsOwnGroups() {
        Operation operation = specs("v3/pay/orders/a", "request: Order", "atLeastOneOf: [[id, number]]")
                .endpoints()
                .get(0)
                .operations()
                .get(0);

        assertThat(operation.request().shape().groups())
                .extracting(FieldGroup::kind)
                .containsExactly(FieldGroup.Kind.EXACTLY_ONE_OF, FieldGroup.Kind.AT_LEAST_ONE_OF);
    }

    @Test
    void inlineFieldsHaveNoType() {
        Operation operation = specs("v3/pay/orders/a", "request: {a: {type: string}}")
                .endpoints()
                .get(0)
                .operations()
                .get(0);

        assertThat(operation.request().type()).isEmpty();
        assertThat(operation.response().type()).isEmpty();
    }

    @Test
    void notificationHasTheFieldsOfTheType() {
        SpecFile notification = file("notifications/v3/A.yaml", """
                notification:
                  id: A
                  protocol: v3
                  eventTypes: [A]
                  title: A
                  resource: v3/pay/orders/Order
                """);

        NotificationSpec read = SpecReader.read(List.of(notification, TYPES))
                .specs()
                .orElseThrow()
                .notifications()
                .get(0);

        assertThat(read.bodyType()).contains("v3/pay/orders/Order");
        assertThat(read.body().fields()).extracting(Field::name).containsExactly("id", "number");
    }

    @Test
    void rejectsEnumAsMessage() {
        assertThat(errors(endpoint("v3/pay/orders/a", "response: State"), TYPES))
                .contains("error[WX308]: `response` is an object, but `State` is an enum\n"
                        + " --> v3/pay/orders/a.yaml:4:13");
    }

    @Test
    void rejectsUndeclaredName() {
        assertThat(errors(endpoint("v3/pay/orders/a", "response: Ordr"), TYPES))
                .contains("error[WX302]: neither v3/pay/orders/_types.yaml nor one above it declares `Ordr`")
                .contains("did you mean `Order`?");
    }

    @Test
    void reportsClashOnceAtItsDeclaration() {
        assertThat(errors(endpoint("v3/pay/orders/a", "request: Wrong", "response: Wrong"), TYPES))
                .startsWith("error[WX401]")
                .contains(" --> v3/pay/orders/_types.yaml:")
                .endsWith("1 error\n");
    }

    private static SpecFile endpoint(String uri, String... lines) {
        return file(uri + ".yaml", "uri: " + uri + "\npost:\n  title: A\n  " + String.join("\n  ", lines) + "\n");
    }

    private static Specs specs(String uri, String... lines) {
        return SpecReader.read(List.of(TYPES, endpoint(uri, lines))).specs().orElseThrow();
    }
}
