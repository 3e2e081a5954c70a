package io.github.wxpaycodegen.generator.read;

import static io.github.wxpaycodegen.generator.SpecText.endpoint;
import static io.github.wxpaycodegen.generator.SpecText.errors;
import static io.github.wxpaycodegen.generator.SpecText.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each error of the language, as it is printed. */
class DiagnosticsTest {
    @Test
    void suggestsKnownKey() {
        assertThat(errors(endpoint("reason: {type: string, requird: true}"))).isEqualTo("""
            error[WX101]: unknown key `requird` in the field `reason`
             --> v2/pay/a.yaml:5:28
              |
            5 |     reason: {type: string, requird: true}
              |                            ^^^^^^^
              = help: did you mean `required`?

            1 error
            """);
    }

    @Test
    void alignsCaretAfterChineseText() {
        assertThat(errors(endpoint("reason: {title: 撤销原因, type: strnig}"))).isEqualTo("""
            error[WX301]: unknown type `strnig`
             --> v2/pay/a.yaml:5:33
              |
            5 |     reason: {title: 撤销原因, type: strnig}
              |                                     ^^^^^^
              = help: did you mean `string`?

            1 error
            """);
    }

    @Test
    void duplicateKeyShowsBothPlaces() {
        assertThat(errors(endpoint("a: {type: string}", "b: {type: string}", "a: {type: integer}")))
                .isEqualTo("""
                    error[WX104]: the key `a` occurs twice
                     --> v2/pay/a.yaml:7:5
                      |
                    7 |     a: {type: integer}
                      |     ^
                     ::: v2/pay/a.yaml:5:5
                      |
                    5 |     a: {type: string}
                      |     -
                      = help: keep one of them

                    1 error
                    """);
    }

    @Test
    void downloadNamesTextFieldsOfTheResponse() {
        assertThat(errors(download("get", "{url: download_ulr}"))).isEqualTo("""
            error[WX313]: `download` names `download_ulr`, which is not a text field of the response
             --> v3/pay/a.yaml:4:19
              |
            4 |   download: {url: download_ulr}
              |                   ^^^^^^^^^^^^
              = help: did you mean `download_url`?

            1 error
            """);
        assertThat(errors(download("get", "{url: download_url, waiting: {count: [A]}}")))
                .startsWith("error[WX313]: `download` names `count`, which is not a text field of the response");
        assertThat(errors(download("get", "{url: download_url, hashType: hash_type}")))
                .startsWith("error[WX102]: `download` has no `hashValue`");
        assertThat(errors(download("get", "{url: download_url, waiting: {hash_type: [A], state: [B]}}")))
                .startsWith("error[WX103]: `waiting` names one field and its values");
        assertThat(errors(download("get", "{url: download_url, waiting: {state: []}}")))
                .startsWith("error[WX103]: `waiting` names one field and its values");
    }

    @Test
    void downloadRequiresRepeatableOperation() {
        assertThat(errors(download("post", "{url: download_url}")))
                .startsWith("error[WX308]: `download` applies to operations that return JSON and may be repeated");
        assertThat(errors(download("post", "{url: download_url}\n  idempotent: true")))
                .isEqualTo("0 errors\n");
    }

    private static SpecFile download(String method, String download) {
        return file(
                "v3/pay/a.yaml",
                "uri: v3/pay/a\n" + method + ":\n  title: A\n  download: " + download
                        + "\n"
                        + "  response: {download_url: {type: string}, hash_type: {type: string}, state: {enum: [A]},"
                        + " count: {type: integer}}\n");
    }

    @Test
    void reportsInvalidYaml() {
        assertThat(errors(file("v2/pay/a.yaml", "uri: v2/pay/a\npost: [\n")))
                .startsWith("error[WX001]: this is not YAML: expected the node content, but found '<stream end>'\n"
                        + " --> v2/pay/a.yaml:");
    }

    @Test
    void reportsMissingKey() {
        assertThat(errors(file("v2/pay/a.yaml", "uri: v2/pay/a\npost:\n  request: {a: {type: string}}\n")))
                .startsWith("error[WX102]: the operation `post` has no `title`\n --> v2/pay/a.yaml:3:3\n")
                .contains("= help: add `title: 撤销订单`");
        assertThat(errors(file("v2/pay/a.yaml", "uri: v2/pay/a\n"))).startsWith("error[WX102]: a spec has no `post`");
        assertThat(errors(endpoint("a: {required: true}"))).startsWith("error[WX102]: the field `a` has no `type`");
    }

    @Test
    void reportsWrongKindOfNode() {
        assertThat(errors(endpoint("a: string")))
                .startsWith("error[WX103]: the field `a` must be a mapping, but is text");
        assertThat(errors(endpoint("a: {type: string, required: \"yes\"}")))
                .startsWith("error[WX103]: `required` must be true or false, but is text");
        assertThat(errors(file("v2/pay/a.yaml", "- a\n")))
                .startsWith("error[WX103]: a spec must be a mapping, but is a list");
    }

    @Test
    void reportsUnquotedText() {
        assertThat(errors(endpoint("version: {const: 1.0}")))
                .startsWith("error[WX105]: `const` is text, but YAML reads `1.0` as a number")
                .contains("= help: quote it: \"1.0\"");
        assertThat(errors(endpoint("a: {enum: [on, A]}")))
                .startsWith("error[WX105]: an enum value is text, but YAML reads `on` as a boolean");
        assertThat(errors(endpoint("a: {enum: [2024-01-01, A]}")))
                .startsWith("error[WX105]: an enum value is text, but YAML reads `2024-01-01` as a date");
        assertThat(errors(endpoint("a: {enum: [1, A]}")))
                .startsWith("error[WX105]: an enum value is text, but YAML reads `1` as a number");
    }

    @Test
    void reportsUnknownValues() {
        assertThat(errors(file("v2/pay/a.yaml", "uri: v2/pay/a\npost: {title: A, body: jsn, request: {}}\n")))
                .startsWith("error[WX106]: `body` cannot be `jsn`")
                .contains("did you mean `json`?");
        assertThat(errors(endpoint("a: {type: string, fill: mchd}")))
                .startsWith("error[WX309]: `fill` cannot be `mchd`")
                .contains("did you mean `mchid`?");
        assertThat(errors(endpoint("a: {type: string, maxLength: 0}")))
                .startsWith("error[WX310]: `maxLength` must be at least 1");
        assertThat(errors(endpoint("a: {type: string, maxLength: ten}")))
                .startsWith("error[WX310]: `maxLength` must be a whole number");
    }

    @Test
    void checksLimitsOfFiles() {
        assertThat(errors(endpoint("a: {type: file, maxBytes: 0}")))
                .contains("error[WX103]: `maxBytes` must be at least 1");
        assertThat(errors(endpoint("a: {type: file, mediaTypes: [jpg]}")))
                .contains("error[WX103]: `jpg` is not a media type")
                .contains("`image/jpeg` for jpg");
        assertThat(errors(endpoint("a: {type: string, maxBytes: 1}")))
                .startsWith("error[WX308]: `maxBytes` applies to a file only");
        assertThat(errors(endpoint("a: {type: string, mediaTypes: [image/png]}")))
                .startsWith("error[WX308]: `mediaTypes` applies to a file only");
    }

    @Test
    void reportsUnknownReferences() {
        assertThat(errors(endpoint("a: {type: BilState}"), file("v2/_types.yaml", "types: {BillState: {enum: [A]}}\n")))
                .startsWith("error[WX302]: neither v2/pay/_types.yaml nor one above it declares `BilState`")
                .contains("did you mean `BillState`?");
        assertThat(errors(endpoint("a: {type: v2/wxv/BillState}")))
                .startsWith("error[WX302]: there is no shared type `v2/wxv/BillState`");
        assertThat(errors(file("v2/pay/a.yaml", "uri: v2/pay/a\npost: {title: A, settledBy: v2/pay/b}\n")))
                .startsWith("error[WX302]: `settledBy` names `v2/pay/b`, which no file describes");
        assertThat(errors(file(
                        "v2/_types.yaml",
                        "types:\n  A: {fields: {b: {type: B}}}\n  B: {fields: {a: {type: A, list: true}}}\n")))
                .startsWith("error[WX303]: the type `A` contains itself");
    }

    @Test
    void reportsWrongPlace() {
        assertThat(errors(file("v2/pay/b.yaml", "uri: v2/pay/a\npost: {title: A}\n")))
                .startsWith("error[WX201]: the file of `v2/pay/a` is v2/pay/a.yaml\n --> v2/pay/b.yaml:1:1\n");
        assertThat(errors(file("v2/pay/a.yaml", "uri: /v2/pay/a\npost: {title: A}\n")))
                .startsWith("error[WX201]: `/v2/pay/a` is not a URI");
        assertThat(errors(file("v4/pay/a.yaml", "uri: v4/pay/a\npost: {title: A}\n")))
                .startsWith("error[WX201]: `v4/pay/a` begins with `v4`, which is not a root")
                .contains("begin it with v2/, v3/ or brand/");
        assertThat(errors(file("brand/pay/a.yaml", "uri: brand/pay/a\npost: {title: A}\n")))
                .startsWith("0 errors");
        assertThat(errors(file("v3/a/_slash.yaml", "uri: v3/a/\npost: {title: A}\n")))
                .startsWith("0 errors");
    }

    @Test
    void reportsDuplicateOperation() {
        assertThat(errors(
                        file("v2/pay/a.yaml", "uri: v2/pay/a\npost: {title: A}\n"),
                        file("v2/pay/b.yaml", "uri: v2/pay/a\npost: {title: A}\n")))
                .contains("error[WX202]: the operations of `v2/pay/a` are in two files");
        String notification = "notification: {id: A, protocol: v3, eventTypes: [A], title: A, resource: {}}\n";
        assertThat(errors(file("notifications/v3/A.yaml", notification), file("notifications/v3/B.yaml", notification)))
                .startsWith("error[WX202]: the notification V3 A - is in two files");
    }

    @Test
    void checksFieldsOfSecondSignature() {
        assertThat(errors(file(
                        "v2/a.yaml",
                        "uri: v2/a\npost:\n  title: A\n  workwxSigned: [nonce_str, amuont]\n"
                                + "  request: {amount: {type: integer}}\n")))
                .startsWith("error[WX307]: `workwxSigned` names `amuont`, which is not a field of the request")
                .contains("did you mean `amount`?");
        assertThat(errors(file(
                        "v3/a.yaml",
                        "uri: v3/a\npost:\n  title: A\n  workwxSigned: [a]\n  request: {a: {type: string}}\n")))
                .startsWith("error[WX308]: `workwxSigned` applies to v2 only");
    }

    @Test
    void checksIdentityOfNotification() {
        assertThat(errors(file(
                        "notifications/v3/A.yaml", "notification: {id: A, protocol: v3, title: A, resource: {}}\n")))
                .startsWith("error[WX102]: the notification has no `eventTypes`");
        assertThat(errors(file("notifications/v2/A.yaml", "notification: {id: A, protocol: v2, title: A, body: {}}\n")))
                .startsWith("error[WX102]: the notification has no `recognizedBy`");
        assertThat(errors(v2Notification("A", "recognizedBy: [sing], body: {sign: {type: string}}")))
                .startsWith("error[WX307]: `recognizedBy` names `sing`, which is not a field of the body\n"
                        + " --> notifications/v2/A.yaml:1:47")
                .contains("= help: one of sign");
        assertThat(errors(v2Notification("A", "eventTypes: [A], originalTypes: [a], plain: true, body: {}")))
                .contains("error[WX308]: a v2 notification has no `original_type`")
                .contains("error[WX308]: a v2 notification says by its fields what is encrypted");
        assertThat(errors(file(
                        "notifications/v3/A.yaml",
                        "notification: {id: A, protocol: v3, title: A, eventTypes: [A], recognizedBy:"
                                + " [a], resource: {}}\n")))
                .startsWith("error[WX308]: a v3 notification is recognized by `eventTypes` and `originalTypes`");
        String body = "body: {a: {type: string}, b: {type: string}}";
        assertThat(errors(
                        v2Notification("A", "recognizedBy: [a, b], " + body),
                        v2Notification("B", "recognizedBy: [b, a], " + body)))
                .startsWith("error[WX202]: the notification V2 - a,b is in two files");
        assertThat(errors(
                        v2Notification("A", "recognizedBy: [a, b], " + body),
                        v2Notification("B", "recognizedBy: [b], " + body)))
                .isEqualTo("0 errors\n");
    }

    @Test
    void checksReplyOfNotification() {
        String body = "recognizedBy: [a], body: {a: {type: string}}, ";
        assertThat(errors(v2Notification(
                        "A", body + "reply: {b: {type: string}, c: {type: string}}, atLeastOneOf: [[b, c]]")))
                .isEqualTo("0 errors\n");
        assertThat(errors(v2Notification("A", body + "reply: {sign: {type: string}}")))
                .startsWith("error[WX312]: the client itself adds `sign`\n --> notifications/v2/A.yaml:1:101")
                .contains("remove the field from the reply");
        assertThat(errors(v2Notification("A", body + "reply: {b: {type: string}}, exactlyOneOf: [[c]]")))
                .startsWith("error[WX307]: the group names `c`");
        assertThat(errors(v2Notification("A", body + "exactlyOneOf: [[a]]")))
                .startsWith("error[WX308]: `exactlyOneOf` groups the fields of a `reply`");
        assertThat(errors(file(
                        "notifications/v3/A.yaml",
                        "notification: {id: A, protocol: v3, title: A, eventTypes: [A], resource: {}, reply: {}}\n")))
                .startsWith("error[WX308]: the reply to a v3 notification has no fields");
        assertThat(errors(
                        v2Notification("SCAN", body + "reply: {b: {type: string}}"),
                        file("notifications/v2/_types.yaml", "types: {ScanReply: {enum: [A]}}\n")))
                .startsWith("error[WX401]");
    }

    private static SpecFile v2Notification(String id, String rest) {
        return file(
                "notifications/v2/" + id + ".yaml",
                "notification: {id: " + id + ", protocol: v2, title: A, " + rest + "}\n");
    }

    @Test
    void namesOfFieldsAndTypesAreFree() {
        for (String name : List.of("build", "toJson", "hashCode", "yield")) {
            assertThat(errors(endpoint("a: {type: string, java: " + name + "}")))
                    .startsWith("error[WX402]: `java: " + name + "` is the name of another method of every message")
                    .contains("= help: choose another name, such as `" + name + "_`");
        }
        for (String name : List.of("record", "var", "yield", "sealed", "permits")) {
            assertThat(errors(endpoint("a: {enum: [A], typeName: " + name + "}")))
                    .startsWith("error[WX402]: `typeName: " + name + "` is not a valid Java name");
        }
        assertThat(errors(endpoint("yield: {type: string}"))).isEqualTo("0 errors\n");
    }

    @Test
    void clipsLongLines() {
        String printed = errors(endpoint("a: {type: string, title: " + "x".repeat(200_000) + ", reqired: true}"));

        assertThat(printed)
                .startsWith("error[WX101]: unknown key `reqired`")
                .contains("reqired: true}")
                .hasSizeLessThan(1000);
        String start = errors(endpoint("a: {tipe: string, title: " + "x".repeat(200_000) + "}"));
        assertThat(start).contains("5 |     a: {tipe: string, ").hasSizeLessThan(2000);
    }

    @Test
    void checksNamesOfNotifications() {
        assertThat(errors(
                        v2Notification("A.B", "eventTypes: [a], body: {}"),
                        v2Notification("A_B", "eventTypes: [b], body: {}")))
                .startsWith("error[WX401]: `A_B` and `A.B` both become the Java name `AB`");
        assertThat(errors(v2Notification("通知", "eventTypes: [a], body: {}")))
                .startsWith("error[WX402]: `通知` cannot be converted to a Java name");
        assertThat(errors(v2Notification("A", "eventTypes: [a], java: class, body: {}")))
                .startsWith("error[WX402]: `java: class` is not a valid Java name");
        assertThat(errors(
                        v2Notification("PAID.OUT", "eventTypes: [a], body: {}"),
                        file("notifications/v2/_types.yaml", "types: {PaidOutBody: {enum: [A]}}\n")))
                .startsWith("error[WX401]: the content of the notification `PAID.OUT` and the shared type"
                        + " `notifications/v2/PaidOutBody` both become the Java class `PaidOutBody`")
                .endsWith("1 error\n");
    }

    @Test
    void checksPathParameters() {
        String path = "v3/a/{id}.yaml";
        assertThat(errors(file(path, "uri: v3/a/{id}\nget: {title: A}\n")))
                .startsWith("error[WX203]: the segment {id} of the URI is not declared under `path`");
        assertThat(errors(file(
                        path, "uri: v3/a/{id}\nget: {title: A, path: {id: {type: string}, ix: {type: string}}}\n")))
                .startsWith("error[WX203]: the path parameter `ix` is not a segment of the URI");
    }

    @Test
    void checksEnums() {
        assertThat(errors(endpoint("a: {const: A, enum: [B]}")))
                .startsWith("error[WX304]: `const: A` is not a value of the field's enum");
        assertThat(errors(endpoint("a: {default: A, enum: [B]}")))
                .startsWith("error[WX304]: `default: A` is not a value of the field's enum");
        assertThat(errors(endpoint("a: {enum: [A, B, A]}"))).startsWith("error[WX305]: the enum contains `A` twice");
        assertThat(errors(endpoint("a: {enum: []}"))).startsWith("error[WX103]: the enum has no values");
    }

    @Test
    void indexedFieldsNeedPlaceholders() {
        assertThat(errors(endpoint("g: {indexed: true, fields: {id: {type: string}}}")))
                .startsWith("error[WX306]: the indexed field `id` has no `$n` for its index");
        assertThat(errors(
                        endpoint("g: {indexed: true, fields: {h: {indexed: true, fields: {id_$n: {type: string}}}}}")))
                .startsWith("error[WX306]: the indexed field `id_$n` has no `$m` for its index");
    }

    @Test
    void groupsNameExistingFields() {
        assertThat(errors(file(
                        "v2/pay/a.yaml",
                        "uri: v2/pay/a\n"
                                + "post:\n"
                                + "  title: A\n"
                                + "  request: {one: {type: string}}\n"
                                + "  exactlyOneOf: [[one, tow]]\n")))
                .startsWith("error[WX307]: the group names `tow`, which is not a field of this object\n"
                        + " --> v2/pay/a.yaml:5:24\n");
    }

    @Test
    void defaultIsAValueOfTheSharedEnum() {
        SpecFile types = file("v2/pay/_types.yaml", "types: {Level: {enum: [A, B]}}\n");

        assertThat(errors(endpoint("a: {type: Level, default: C}"), types))
                .startsWith("error[WX304]: `default: C` is not a value of the field's enum");
        assertThat(errors(endpoint("a: {type: Level, default: B}"), types)).isEqualTo("0 errors\n");
    }

    @Test
    void reportsInapplicableKeys() {
        assertThat(errors(endpoint("a: {type: integer, encrypted: rsa-pubkey}")))
                .startsWith("error[WX308]: `encrypted` applies to text, and with AES to an object");
        String noDefault = "error[WX308]: `default` applies to a text, an integer, an inline enum or a shared enum of"
                + " texts, without `const`, only";
        assertThat(errors(endpoint("a: {const: A, default: A}"))).startsWith(noDefault);
        assertThat(errors(endpoint("a: {type: boolean, default: A}"))).startsWith(noDefault);
        assertThat(errors(endpoint("a: {type: string, list: true, default: A}")))
                .startsWith(noDefault);
        assertThat(errors(
                        endpoint("a: {type: Level, default: '1'}"),
                        file("v2/pay/_types.yaml", "types: {Level: {type: integer, enum: [1]}}\n")))
                .startsWith(noDefault);
        assertThat(errors(
                        endpoint("a: {type: Level, default: A}"),
                        file("v2/pay/_types.yaml", "types: {Level: {fields: {a: {type: string}}}}\n")))
                .startsWith(noDefault);
        assertThat(errors(endpoint("a: {type: integer, default: A}"))).startsWith("error[WX");
        assertThat(errors(endpoint("a: {type: integer, default: 1}"))).startsWith("0 errors");
        assertThat(errors(endpoint("a: {type: string, spelling: [A, B]}")))
                .startsWith("error[WX308]: `spelling` applies to a boolean only");
        assertThat(errors(endpoint("a: {type: string, encoded: json}")))
                .startsWith("error[WX308]: `encoded` applies to a list or an object");
        assertThat(errors(endpoint("a: {type: file}"))).startsWith("error[WX308]: a file requires a multipart body");
        assertThat(errors(file("v2/pay/a.yaml", "uri: v2/pay/a\nget: {title: A, fragment: x}\n")))
                .startsWith("error[WX308]: `fragment` applies to redirects only");
    }

    @Test
    void streamsHaveNoFields() {
        assertThat(errors(
                        file("v2/pay/a.yaml", "uri: v2/pay/a\npost: {title: A, responseKind: stream, response: {}}\n")))
                .startsWith("error[WX311]: a stream has no response fields");
    }

    @Test
    void clientsOwnFieldsAreNotDeclared() {
        assertThat(errors(endpoint("sign: {type: string}", "nonce_str: {type: string}")))
                .contains("error[WX312]: the client itself adds `sign`")
                .contains("error[WX312]: the client itself adds `nonce_str`")
                .endsWith("2 errors\n");
    }

    @Test
    void checksNames() {
        assertThat(errors(endpoint("total_fee: {type: integer}", "totalFee: {type: integer}")))
                .startsWith("error[WX401]: `totalFee` and `total_fee` both become the Java name `totalFee`\n"
                        + " --> v2/pay/a.yaml:6:5\n")
                .contains("::: v2/pay/a.yaml:5:5");
        assertThat(errors(endpoint("total_fee: {type: integer}", "TOTALFEE: {type: integer, java: total}")))
                .startsWith("0 errors");
        assertThat(errors(endpoint("state: {enum: [A]}", "state_value: {type: string}")))
                .startsWith("error[WX401]: `state_value` and `state` both become the Java name `stateValue`\n"
                        + " --> v2/pay/a.yaml:6:5\n");
        assertThat(errors(endpoint("states: {enum: [A], list: true}", "states_values: {type: string}")))
                .startsWith("error[WX401]: `states_values` and `states` both become the Java name `statesValues`");
        assertThat(errors(endpoint("state: {enum: [A]}", "states_value: {type: string}")))
                .startsWith("0 errors");
        assertThat(errors(endpoint("photos: {type: string, list: true}", "photo_list: {type: string, list: true}")))
                .startsWith("error[WX401]: `photo_list` and `photos` both become the Java name `addPhoto`");
        assertThat(errors(endpoint("1st: {type: string}")))
                .startsWith("error[WX402]: `1st` cannot be converted to a Java name");
        assertThat(errors(endpoint("a: {enum: [一级]}")))
                .startsWith("error[WX402]: `一级` cannot be converted to a Java name");
        assertThat(errors(endpoint("a: {enum: [{value: 一级, java: FIRST}]}"))).startsWith("0 errors");
        assertThat(errors(endpoint("a: {type: string, java: class}")))
                .startsWith("error[WX402]: `java: class` is not a valid Java name");
        assertThat(errors(endpoint("a: {enum: [a-b, a_b]}"))).startsWith("error[WX401]: `a_b` and `a-b` both become");
    }

    @Test
    void checksFiles() {
        byte[] gbk = "uri: v2/pay/a # 撤销\n".getBytes(Charset.forName("GBK"));
        assertThat(errors(new SpecFile("v2/pay/a.yaml", gbk))).startsWith("error[WX002]: the file is not UTF-8");
        assertThat(errors(file("v2/pay/a.yaml", "# nothing\n"))).startsWith("error[WX003]: the file is empty");
        assertThat(errors()).startsWith("error[WX004]: there are no specs");
    }

    @Test
    void rejectsYamlBombs() {
        StringBuilder aliases = new StringBuilder("a: &a [x]\n");
        IntStream.range(0, 60).forEach(i -> aliases.append("k").append(i).append(": *a\n"));
        assertThat(errors(file("v2/pay/a.yaml", aliases.toString())))
                .startsWith("error[WX001]: this YAML exceeds the limits of specs: ");
        assertThat(errors(file("v2/pay/a.yaml", "a: " + "[".repeat(1000) + "]".repeat(1000))))
                .startsWith("error[WX001]: this YAML exceeds the limits of specs: ");
    }

    @Test
    void reportsAllErrorsSortedInOneRun() {
        List<SpecFile> files = new ArrayList<>();
        for (int i = 9; i >= 0; i--) {
            String fields = "f1: {x: 1, type: string}\n"
                    + "    f2: {type: nix}\n"
                    + "    f3: 3\n"
                    + "    f4: {enum: [A, A]}\n"
                    + "    f5: {type: string, fill: nix}\n";
            files.add(
                    file("v2/p/a" + i + ".yaml", "uri: v2/p/a" + i + "\npost:\n  title: A\n  request:\n    " + fields));
        }

        SpecReading reading = SpecReader.read(files);

        assertThat(reading.specs()).isEmpty();
        assertThat(reading.diagnostics()).hasSize(50).isSorted();
        assertThat(reading.diagnostics().get(49).span().file()).isEqualTo("v2/p/a9.yaml");
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void manualContainsEachCode(Code code) throws Exception {
        assertThat(Files.readString(Path.of("../api-specs/README.md"))).contains("| `" + code.id() + "` |");
    }
}
