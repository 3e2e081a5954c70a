package io.github.wxpaycodegen.generator.lint;

import static io.github.wxpaycodegen.generator.SpecText.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Findings about how fields, operations and types are described and shared. */
class DescriptionLintTest {
    @Test
    void fieldNeedsTitle() {
        assertThat(findings(described(
                        "attach: {type: string, maxLength: 8}", "body: {type: string, maxLength: 8, title: t}")))
                .containsExactly("WX614 v3/pay/a.yaml:6 `attach` has no title");
    }

    @Test
    void operationAndNotificationNeedDocs() {
        assertThat(findings(
                        file("v3/pay/a.yaml", "uri: v3/pay/a\npost: {title: 下单}\n"),
                        file(
                                "notifications/v3/PAID.yaml",
                                "notification: {id: PAID, protocol: v3, title: 成功, eventTypes: [PAID],"
                                        + " resource: {}}\n")))
                .containsExactly(
                        "WX615 notifications/v3/PAID.yaml:1 the notification `成功` does not link to its official page",
                        "WX615 v3/pay/a.yaml:2 the operation `下单` does not link to its official page");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openid: {type: string, maxLength: 8, title: t}",
                "sub_openid: {type: string, maxLength: 8, title: t}",
                "contact_phone: {type: string, maxLength: 8, title: t}",
                "id_card_number: {type: string, maxLength: 8, title: t}",
                "real_name: {type: string, maxLength: 8, title: t}",
                "bank_account_no: {type: string, maxLength: 8, title: t}",
                "access_token: {type: string, maxLength: 8, title: t}",
                "value: {type: string, maxLength: 8, title: 经办人身份证号码}",
                "numbers: {type: string, list: true, maxLength: 8, title: 手机号}",
            })
    void personalDataNeedsMask(String field) {
        assertThat(findings(described(field)))
                .singleElement()
                .asString()
                .startsWith("WX616 v3/pay/a.yaml:6 ")
                .endsWith(" seems to be personal data or a secret, which logs would show");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openid: {type: string, maxLength: 8, title: t, sensitive: true}",
                "openid: {type: string, maxLength: 8, title: t, encrypted: rsa-pubkey}",
                "id_card_number: {const: none, title: t}",
                "service_phone: {type: string, maxLength: 8, title: 客服电话}",
                "phone_number_hash: {type: string, maxLength: 8, title: 手机号哈希值}",
                "name: {type: string, maxLength: 8, title: 商品名称}",
            })
    void otherDataNeedsNoMask(String field) {
        assertThat(findings(described(field))).isEmpty();
    }

    @Test
    void namesOfOneObjectFollowOneConvention() {
        assertThat(findings(described(
                        "out_trade_no: {type: string, maxLength: 8, title: t}",
                        "goods_tag: {type: string, maxLength: 8, title: t}",
                        "notifyUrl: {type: string, maxLength: 8, title: t}",
                        "attach: {type: string, maxLength: 8, title: t}")))
                .containsExactly(
                        "WX617 v3/pay/a.yaml:8 `notifyUrl` has capitals, while most fields beside it have underscores");
        assertThat(findings(described("data: {title: t, fields: {storeId: {type: integer, title: t},"
                        + " storeName: {type: integer, title: t}, store_kind: {type: integer, title: t}}}")))
                .containsExactly("WX617 v3/pay/a.yaml:6 `store_kind` has underscores, while most fields beside it have"
                        + " capitals");
    }

    @Test
    void namesWithoutMajorityAreLeftAlone() {
        assertThat(findings(described("out_no: {type: integer, title: t}", "outNo: {type: integer, title: t}")))
                .isEmpty();
    }

    @Test
    void sharedTypeNeedsUser() {
        SpecFile types = file("v3/pay/_types.yaml", """
            types:
              Used: {enum: [A, B]}
              Inner: {fields: {a: {type: integer, title: t}}}
              Outer: {fields: {inner: {type: Inner, title: t}}}
              Idle: {enum: [C, D]}
            """);

        assertThat(findings(types, described("kind: {type: Used, title: t}", "outer: {type: Outer, title: t}")))
                .containsExactly("WX618 v3/pay/_types.yaml:5 nothing refers to the shared type `Idle`");
    }

    @Test
    void typeInPlaceMayBeShared() {
        SpecFile types = file("v3/pay/_types.yaml", """
            types:
              Kind: {enum: [A, B]}
              Amount: {fields: {total: {type: integer, unit: fen, title: t}, currency: {enum: [CNY], title: t}}}
              Sum: {fields: {currency: {enum: [CNY], title: t}, total: {type: integer, unit: fen, title: t}}}
            """);

        assertThat(findings(
                        types,
                        described(
                                "kind: {type: Kind, title: t}",
                                "amount: {type: Amount, title: t}",
                                "sum: {type: Sum, title: t}",
                                "other: {enum: [B, A], title: t}",
                                "price: {title: t, fields: {total: {type: integer, unit: fen, title: t},"
                                        + " currency: {enum: [CNY], title: t}}}",
                                "constant: {const: A, enum: [A, B], title: t}")))
                .containsExactly(
                        "WX619 v3/pay/_types.yaml:4 the shared type `Sum` has the fields of the shared type"
                                + " `v3/pay/Amount`",
                        "WX619 v3/pay/a.yaml:9 `other` has the values of the shared type `v3/pay/Kind`",
                        "WX619 v3/pay/a.yaml:10 `price` has the fields of the shared type `v3/pay/Amount`");
    }

    @Test
    void typesOfOtherProductsAreOther() {
        SpecFile types = file("v3/other/_types.yaml", "types: {Kind: {enum: [A, B]}}\n");
        SpecFile user = file(
                "v3/other/b.yaml",
                "uri: v3/other/b\npost:\n  title: B\n  docs: https://pay.weixin.qq.com/b\n  response:\n"
                        + "    kind: {type: Kind, title: t}\n");

        assertThat(findings(types, user, described("kind: {enum: [A, B], title: t}")))
                .isEmpty();
    }

    /** An operation without findings, except for those of its fields, which begin in line 6. */
    private static SpecFile described(String... fields) {
        return file(
                "v3/pay/a.yaml",
                "uri: v3/pay/a\npost:\n  title: A\n  docs: https://pay.weixin.qq.com/a\n  request:\n    "
                        + String.join("\n    ", fields) + "\n");
    }

    private static List<String> findings(SpecFile... files) {
        return SpecLint.check(SpecReader.read(List.of(files)).specs().orElseThrow()).stream()
                .map(d -> d.code().id() + " " + d.span().file() + ":" + d.span().line() + " " + d.message())
                .toList();
    }
}
