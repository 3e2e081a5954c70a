package io.github.wxpaycodegen.generator.read;

import static io.github.wxpaycodegen.generator.SpecText.errors;
import static io.github.wxpaycodegen.generator.SpecText.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.model.FileKind;
import io.github.wxpaycodegen.generator.model.NotificationRef;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors in the documentation, the errors and the references of an operation, and in the files of a folder. */
class OperationDiagnosticsTest {
    @Test
    void pointsAtAnUnknownNotification() {
        assertThat(errors(operation("notifies: [PAID.OUT, PAID.OTU]"), notification("v3", "PAID.OUT")))
                .isEqualTo("""
                    error[WX302]: `notifies` names `PAID.OTU`, but no notification has this id
                     --> v3/a.yaml:4:24
                      |
                    4 |   notifies: [PAID.OUT, PAID.OTU]
                      |                        ^^^^^^^^
                      = help: did you mean `PAID.OUT`?

                    1 error
                    """);
        assertThat(errors(operation("notifies: [A]")))
                .contains("= help: write the `id` of a file below notifications/");
    }

    @Test
    void getHasNoBody() {
        assertThat(errors(file("v3/a.yaml", "uri: v3/a\nget:\n  title: A\n  request: {id: {type: string}}\n")))
                .isEqualTo("""
                    error[WX308]: `request` does not apply to `get`, which has no body
                     --> v3/a.yaml:4:3
                      |
                    4 |   request: {id: {type: string}}
                      |   ^^^^^^^
                      = help: write these fields under `query`

                    1 error
                    """);
        assertThat(errors(file("v3/a.yaml", "uri: v3/a\nget: {title: A, body: json}\n")))
                .startsWith("error[WX308]: `body` does not apply to `get`, which has no body")
                .contains("= help: omit it");
        assertThat(errors(file("v3/a.yaml", "uri: v3/a\nget: {title: A, query: {id: {type: string}}}\n")))
                .isEqualTo("0 errors\n");
    }

    @Test
    void notifiesPrefersItsOwnProtocol() {
        SpecFile v2 = file("v2/a.yaml", "uri: v2/a\npost: {title: A, notifies: [PAID, ONLY], request: {}}\n");
        Specs specs = SpecReader.read(List.of(
                        v2,
                        operation("notifies: [PAID]"),
                        notification("v3", "PAID"),
                        notification("v3", "ONLY"),
                        notification("v2", "PAID")))
                .specs()
                .orElseThrow();

        assertThat(specs.endpoints())
                .flatExtracting(
                        endpoint -> endpoint.operations().get(0).effects().notifies())
                .containsExactly(
                        new NotificationRef(Protocol.V2, "PAID"),
                        new NotificationRef(Protocol.V3, "ONLY"),
                        new NotificationRef(Protocol.V3, "PAID"));
    }

    @Test
    void sharedUncertainCodesApplyToEveryWrite() {
        SpecFile shared = file("v3/_errors.yaml", """
            errors:
              - {code: SYSTEM_ERROR, status: 500, title: 系统异常, uncertain: true}
              - {code: SIGN_ERROR, status: 401, title: 签名错误}
            """);

        assertThat(uncertain(shared, operation("uncertain: [BANKERROR]"))).containsExactly("BANKERROR", "SYSTEM_ERROR");
        assertThat(uncertain(shared, operation("uncertain: [SYSTEM_ERROR]"))).containsExactly("SYSTEM_ERROR");
        assertThat(uncertain(shared, operation("readOnly: true"))).isEmpty();
        assertThat(uncertain(shared, operation("errors: [{code: SYSTEM_ERROR, title: 系统错误}]")))
                .as("the operation says otherwise")
                .isEmpty();
        assertThat(uncertain(shared, file("v2/a.yaml", "uri: v2/a\npost: {title: A, request: {}}\n")))
                .isEmpty();
    }

    @Test
    void ownSharedErrorsExtendTheBundledOnes() {
        List<SpecFile> bundled = List.of(file("v3/_errors.yaml", """
            errors:
              - {code: SYSTEM_ERROR, status: 500, title: 系统异常, advice: Query., uncertain: true}
              - {code: SIGN_ERROR, status: 401, title: 签名错误, advice: Check.}
            requestIdErrors:
              - {number: "1", title: a}
              - {number: "2", title: b}
            """), operation("uncertain: [BANKERROR]"));
        List<SpecFile> own = List.of(file("v3/_errors.yaml", """
            errors:
              - {code: MINE, status: 403, title: 自有, uncertain: true}
              - {code: SYSTEM_ERROR, advice: Call us.}
            requestIdErrors: [{number: "2", title: c}, {number: "3", title: d}]
            """));
        List<SpecFile> files = SpecFiles.overlay(bundled, own);

        Specs specs = SpecReader.read(files).specs().orElseThrow();

        assertThat(specs.errors().v3())
                .extracting(error -> error.code()
                        + error.status().getAsInt()
                        + error.advice().orElse("")
                        + error.uncertain())
                .containsExactly("SYSTEM_ERROR500Call us.true", "SIGN_ERROR401Check.false", "MINE403true");
        assertThat(specs.errors().requestIds())
                .extracting(error -> error.number() + error.title())
                .containsExactly("1a", "2c", "3d");
        assertThat(uncertain(files.toArray(SpecFile[]::new))).containsExactly("BANKERROR", "SYSTEM_ERROR", "MINE");
        assertThat(uncertain(SpecFiles.overlay(files, own).toArray(SpecFile[]::new)))
                .as("replaced twice")
                .containsExactly("BANKERROR", "SYSTEM_ERROR", "MINE");
    }

    @Test
    void bundledCodeStaysUncertain() {
        List<SpecFile> files = SpecFiles.overlay(
                List.of(file("v3/_errors.yaml", "errors: [{code: SYSTEM_ERROR, title: 系统异常, uncertain: true}]\n")),
                List.of(file("v3/_errors.yaml", "errors: [{code: SYSTEM_ERROR, uncertain: false}]\n")));

        assertThat(errors(files.toArray(SpecFile[]::new)))
                .startsWith("error[WX308]: `uncertain: false` does not apply to `SYSTEM_ERROR`: ")
                .contains(" --> v3/_errors.yaml:1:31")
                .contains("= help: omit it; ");
    }

    private static List<String> uncertain(SpecFile... files) {
        return SpecReader.read(List.of(files))
                .specs()
                .orElseThrow()
                .endpoints()
                .get(0)
                .operations()
                .get(0)
                .effects()
                .uncertain();
    }

    @Test
    void segmentIsATextOfTheCaller() {
        assertThat(errors(segment("{const: X}"))).isEqualTo("""
            error[WX308]: `const` does not apply to the segment `id`: the caller passes its text, which becomes part of the URL
             --> v3/a/{id}.yaml:4:15
              |
            4 |   path: {id: {const: X}}
              |               ^^^^^
              = help: omit it, or write a constant segment into the `uri`

            1 error
            """);
        assertThat(errors(segment("{type: string, fill: mchid}"))).startsWith("error[WX308]: `fill` does not apply to");
        assertThat(errors(segment("{type: string, encrypted: rsa-pubkey}")))
                .startsWith("error[WX308]: `encrypted` does not apply to the segment");
        assertThat(errors(segment("{type: string, list: true}"))).startsWith("error[WX308]: `list` does not apply to");
        assertThat(errors(segment("{fields: {a: {type: string}}}")))
                .startsWith("error[WX308]: `fields` does not apply to");
        assertThat(errors(segment("{type: string, maxLength: 3}"))).isEqualTo("0 errors\n");
    }

    private static SpecFile segment(String field) {
        return file("v3/a/{id}.yaml", """
            uri: v3/a/{id}
            get:
              title: A
              path: {id: %s}
              response: {}
            """.formatted(field));
    }

    @Test
    void fileIsSentOnly() {
        String file = "{type: file}";
        assertThat(errors(file("v3/a.yaml", "uri: v3/a\nget: {title: A, response: {a: " + file + "}}\n")))
                .startsWith("error[WX308]: a file is sent only, at the top of a multipart request");
        assertThat(errors(
                        file("v3/_types.yaml", "types: {T: {fields: {f: {type: file}}}}\n"),
                        file("v3/a.yaml", "uri: v3/a\npost: {title: A, request: {t: {type: T}}, response: {}}\n")))
                .startsWith("error[WX308]: a file is sent only, at the top of a multipart request\n"
                        + " --> v3/_types.yaml:1:22");
        assertThat(errors(file(
                        "notifications/v3/A.yaml",
                        "notification: {id: A, protocol: v3, eventTypes: [A], title: t, resource: {f: " + file
                                + "}}\n")))
                .startsWith("error[WX308]: a file is sent only, at the top of a multipart request");
        assertThat(errors(file(
                        "v3/a.yaml",
                        "uri: v3/a\npost: {title: A, body: multipart, request: {a: " + file + "}, response: {}}\n")))
                .isEqualTo("0 errors\n");
    }

    @Test
    void replacementMustExist() {
        assertThat(errors(operation("replacedBy: v3/b")))
                .startsWith("error[WX302]: `replacedBy` names `v3/b`, which no file describes\n --> v3/a.yaml:4:15")
                .contains("did you mean `v3/a`?");
        assertThat(errors(operation("replacedBy: v3/b"), file("v3/b.yaml", "uri: v3/b\npost: {title: A, x: 1}\n")))
                .as("a file with errors still describes its URI")
                .startsWith("error[WX101]: unknown key `x`")
                .endsWith("1 error\n");
    }

    @Test
    void rejectsDuplicateErrorCodes() {
        assertThat(errors(operation("errors: [{code: A}, {code: A, title: 甲}]")))
                .startsWith("error[WX316]: the error `A` occurs twice\n --> v3/a.yaml:4:30")
                .contains("::: v3/a.yaml:4:19");
        assertThat(errors(operation("errors: [{code: A}]\n  uncertain: [A]")))
                .startsWith("error[WX316]: `A` is listed under `uncertain` and under `errors`")
                .contains("write `uncertain: true` here");
        assertThat(errors(operation("errors: [{status: 400}]"))).startsWith("error[WX102]: an error has no `code`");
        assertThat(errors(operation("errors: [{code: 订单已支付}]")))
                .startsWith("error[WX107]: `code` is not an error code");
        assertThat(errors(operation("errors: [{code: A, status: 200}]")))
                .startsWith("error[WX107]: `status` is not the HTTP status of an error");
        assertThat(errors(file("v2/a.yaml", "uri: v2/a\npost: {title: A, errors: [{code: A, status: 400}]}\n")))
                .startsWith("error[WX308]: `status` applies to v3 only");
    }

    @Test
    void uncertainIncludesCodesOfErrors() {
        assertThat(read("errors: [{code: B, uncertain: true}, {code: C}]\n  uncertain: [A]")
                        .effects()
                        .uncertain())
                .containsExactly("A", "B");
    }

    @Test
    void fileHasAKnownKind() {
        assertThat(read("responseKind: stream\n  file: fund-flow-bill")
                        .response()
                        .file())
                .contains(FileKind.FUND_FLOW_BILL);
        assertThat(read("responseKind: stream").response().file()).isEmpty();
        assertThat(errors(operation("file: receit")))
                .startsWith("error[WX106]: `file` cannot be `receit`")
                .contains("did you mean `receipt`?");
    }

    private static Operation read(String lines) {
        return SpecReader.read(List.of(operation(lines)))
                .specs()
                .orElseThrow()
                .endpoints()
                .get(0)
                .operations()
                .get(0);
    }

    @Test
    void echoesNamePlainFieldsOfBothSides() {
        assertThat(errors(echoing("out_trade_no", "{type: string}", "{type: string}")))
                .isEqualTo("0 errors\n");
        assertThat(errors(echoing("total", "{type: integer}", "{type: integer}")))
                .isEqualTo("0 errors\n");
        assertThat(errors(operation("echoes: [out_trade_no]\n  request: {out_trade_no: {type: string}}"
                        + "\n  response: {out_trade_on: {type: string}}")))
                .isEqualTo("""
                    error[WX307]: `echoes` names `out_trade_no`, which is not a field of the response
                     --> v3/a.yaml:4:12
                      |
                    4 |   echoes: [out_trade_no]
                      |            ^^^^^^^^^^^^
                      = help: did you mean `out_trade_on`?

                    1 error
                    """);
        assertThat(errors(operation("echoes: [a]\n  response: {a: {type: string}}")))
                .startsWith(
                        "error[WX307]: `echoes` names `a`, which is not a field of the path, the query or the body");
        for (String account : List.of("sub_mchid", "mch_id", "appid", "payer_openid")) {
            assertThat(errors(echoing(account, "{type: string}", "{type: string}")))
                    .startsWith("error[WX308]: `echoes` names `" + account + "`, the id of an account");
        }
        assertThat(errors(echoing("a", "{type: string, list: true}", "{type: string}")))
                .startsWith("error[WX308]: `echoes` names `a`, which is not a plain string or integer");
        assertThat(errors(echoing("a", "{type: string}", "{type: string, encrypted: rsa-pubkey}")))
                .startsWith("error[WX308]: `echoes` names `a`, which is not a plain string or integer");
        assertThat(errors(operation("echoes: [a]\n  responseKind: empty\n  request: {a: {type: string}}")))
                .startsWith("error[WX308]: `echoes` applies to a response with fields only");
    }

    private static SpecFile echoing(String name, String sent, String received) {
        return operation("echoes: [" + name + "]\n  request: {" + name + ": " + sent + "}\n  response: {" + name + ": "
                + received + "}");
    }

    @Test
    void checksFormsOfDocumentation() {
        assertThat(errors(operation("roles: [服务尚]")))
                .startsWith("error[WX106]: `roles` cannot be `服务尚`")
                .contains("did you mean `服务商`?");
        assertThat(errors(operation("docs: [{url: \"https://a\", role: 商家}]")))
                .startsWith("error[WX106]: `role` cannot be `商家`");
        assertThat(errors(operation("docs: pay.weixin.qq.com")))
                .startsWith("error[WX107]: `pay.weixin.qq.com` is not a URL")
                .contains("write https://...");
        assertThat(errors(operation("updated: 2025-02-19")))
                .startsWith("error[WX105]: `updated` is text, but YAML reads `2025-02-19` as a date");
        assertThat(errors(operation("updated: \"2025-02-30\""))).startsWith("error[WX107]: `updated` is not a date");
        assertThat(errors(operation("product: 基础支付 /  / 合单支付")))
                .startsWith("error[WX107]: `product` has an empty level");
        assertThat(errors(operation("product: 基础支付 /"))).startsWith("error[WX107]: `product` has an empty level");
        assertThat(errors(operation("rateLimit: 15 per second")))
                .startsWith("error[WX107]: `rateLimit` is not a number of calls in a period")
                .contains("write it like 15/s");
    }

    /** A URL is printed into Markdown, HTML and Javadoc, where these characters end a link or its line. */
    @ParameterizedTest
    @CsvSource({
        "https://a/<b, U+003C, %3C",
        "https://a>, U+003E, %3E",
        "https://a/\\\"b, U+0022, %22",
        "https://a b, U+0020, %20",
        "https://a\\nb, U+000A, %0A",
        "https://a\\e[2J, U+001B, %1B",
        "https://a\\x85b, U+0085, %C2%85",
        "https://a\\u3000b, U+3000, %E3%80%80"
    })
    void rejectsUnsafeCharacterInUrl(String url, String character, String encoded) {
        for (String docs : List.of("docs: \"%s\"", "docs: [\"%s\"]", "docs: [{url: \"%s\", role: 服务商}]")) {
            assertThat(errors(operation(docs.formatted(url))))
                    .startsWith("error[WX107]: a URL of `docs` must not contain " + character + "\n")
                    .contains("write " + encoded + " instead")
                    .endsWith("1 error\n");
        }
    }

    @Test
    void checksPlaceOfFolderFiles() {
        assertThat(errors(file("v3/_types.yaml", "titl: 商家转账\n")))
                .contains("error[WX101]: unknown key `titl`")
                .contains("did you mean `title`?");
        for (String path : List.of("v3/pay/_errors.yaml", "brand/_errors.yaml")) {
            assertThat(errors(file(path, "errors: []\n")))
                    .startsWith("error[WX201]: the shared errors of a protocol belong in v2/_errors.yaml and"
                            + " v3/_errors.yaml; brand/ shares those of v3");
        }
        assertThat(errors(file("v2/_errors.yaml", "errors: []\nrequestIdErrors: []\n")))
                .startsWith("error[WX101]: unknown key `requestIdErrors`");
        assertThat(errors(file("v3/_errors.yaml", "errors: [{code: A}, {code: A}]\n")))
                .startsWith("error[WX316]: the error `A` occurs twice");
        String twice = "errors: []\nrequestIdErrors:\n  - {number: \"1\", title: A}\n  - {number: \"1\", title: B%s}\n";
        assertThat(errors(file("v3/_errors.yaml", twice.formatted(""))))
                .startsWith("error[WX316]: the number `1` occurs twice for one product");
        assertThat(errors(file("v3/_errors.yaml", twice.formatted(", product: 基础支付"))))
                .isEqualTo("0 errors\n");
        assertThat(errors(file("v3/_errors.yaml", "errors: []\nrequestIdErrors: [{number: \"1a\", title: A}]\n")))
                .startsWith("error[WX107]: `number` is not a number");
    }

    private static SpecFile operation(String line) {
        return file("v3/a.yaml", "uri: v3/a\npost:\n  title: A\n  " + line + "\n");
    }

    private static SpecFile notification(String protocol, String id) {
        String body = protocol.equals("v2") ? "body" : "resource";
        return file(
                "notifications/" + protocol + "/" + id + ".yaml",
                "notification: {id: " + id + ", protocol: " + protocol + ", eventTypes: [" + id + "], title: A, " + body
                        + ": {}}\n");
    }
}
