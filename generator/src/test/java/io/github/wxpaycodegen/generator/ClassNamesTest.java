package io.github.wxpaycodegen.generator;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static io.github.wxpaycodegen.generator.SpecText.errors;
import static io.github.wxpaycodegen.generator.SpecText.file;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.github.wxpaycodegen.generator.name.JavaNames;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.message.MessageBuilder;
import io.github.wxpaycodegen.runtime.message.RequestMessage;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that meet those of emitted code: they compile, or are refused with the place. */
class ClassNamesTest {
    /** Types of the runtime and the JDK that emitted code names without their package. */
    private static final List<String> USED = List.of(
            "ApiContext",
            "ApiNode",
            "AutoCloseable",
            "CallOptions",
            "Checks",
            "Collectors",
            "CompletableFuture",
            "Digest",
            "DownloadedFile",
            "Encoding",
            "Error",
            "Exception",
            "Fill",
            "FrontEnd",
            "HttpMethod",
            "Integer",
            "IntegerEnum",
            "InvalidRequestException",
            "Notification",
            "NotificationType",
            "NullMarked",
            "Number",
            "Operation",
            "TypedOperation",
            "Get",
            "Post",
            "Redirect",
            "Download",
            "EmptyRequest",
            "RequestBuilder",
            "RequestOptional",
            "ExtraFields",
            "MessageBuilder",
            "RequestMessage",
            "Path",
            "Pattern",
            "Record",
            "SavedFile",
            "StringEnum",
            "UnknownFields",
            "Void",
            "WxPay",
            "WxPayResponse");

    /** Names of parameters, variables and members of emitted code. */
    private static final List<String> NAMES = List.of(
            "out",
            "checker",
            "in",
            "builder",
            "request",
            "here",
            "place",
            "context",
            "name",
            "value",
            "unknown_fields",
            "put_fields",
            "put_json_field",
            "put_encrypted_field",
            "remove_default",
            "to_builder",
            "build",
            "check",
            "equals",
            "hash_code",
            "to_string",
            "get_class",
            "notify",
            "notify_all",
            "wait",
            "clone",
            "finalize",
            "write_fields",
            "write_to",
            "read_from",
            "for_sending",
            "origin",
            "json",
            "to_json",
            "from_json",
            "to_map",
            "message");

    private static final List<String> FIELD_TYPES = List.of(
            "type: string, required: true, minLength: 1, maxLength: 9, pattern: '[a-z]+', sensitive: true",
            "type: string, list: true, maxItems: 3",
            "type: string, fill: mchid",
            "type: string, encrypted: rsa-pubkey",
            "type: integer, minimum: 1, maximum: 2",
            "type: number",
            "type: boolean",
            "type: date-time",
            "enum: [A, B]",
            "const: A",
            "fields: {a: {type: string}}",
            "fields: {a: {type: string}}, list: true",
            "enum: [A, B], list: true",
            "type: Shared",
            "type: State");

    /** A field whose accessor or setter would be a method that every message has, or would look like one, gets another name. */
    @ParameterizedTest
    @ValueSource(classes = {Message.class, RequestMessage.class, MessageBuilder.class, Object.class})
    void methodsOfEveryMessageAreReserved(Class<?> type) {
        assertThat(Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> (method.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0)
                        .map(Method::getName))
                .allSatisfy(name -> assertThat(JavaNames.member(name)).isEqualTo(name + "_"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"builder", "to_builder", "build", "read_from", "from_json", "context"})
    void emittedMethodsAreReserved(String name) {
        assertThat(JavaNames.member(name)).endsWith("_");
    }

    @Test
    void fieldsOfAnyNameAndTypeCompile() {
        List<SpecFile> files = new ArrayList<>();
        files.add(file(
                "v3/pay/_types.yaml",
                "types:\n  State: {enum: [A]}\n  Shared:\n    fields:\n" + fields("      ", "type: string")));
        for (int i = 0; i < FIELD_TYPES.size(); i++) {
            String uri = "v3/pay/" + (char) ('a' + i);
            files.add(file(
                    uri + ".yaml",
                    "uri: " + uri + "\npost:\n  title: A\n" + group(FIELD_TYPES.get(i)) + "  request:\n"
                            + fields("    ", FIELD_TYPES.get(i)) + "  response:\n"
                            + fields("    ", FIELD_TYPES.get(i).replace(", fill: mchid", ""))));
        }
        compiles(files);
    }

    /** A field that is always given cannot be one of several. */
    private static String group(String type) {
        return type.contains("required") || type.contains("const")
                ? ""
                : "  exactlyOneOf: [[" + String.join(", ", NAMES) + "]]\n";
    }

    private static String fields(String indent, String type) {
        return NAMES.stream()
                .map(name ->
                        indent + name + ": {" + type + (isAddedByOneName(name, type) ? ", java: putOne" : "") + "}\n")
                .collect(Collectors.joining());
    }

    /** As lists, {@code put_field} and {@code put_fields} would both have elements added by {@code addPutField}. */
    private static boolean isAddedByOneName(String name, String type) {
        return name.equals("put_field") && type.contains("list: true");
    }

    @Test
    void filesQueriesAndIndexedGroupsOfAnyNameCompile() {
        List<SpecFile> files = new ArrayList<>();
        for (String name : NAMES) {
            files.add(file(
                    "v3/" + name + "/upload.yaml",
                    "uri: v3/" + name + "/upload\npost:\n  title: A\n  body: multipart\n  request:\n    " + name
                            + ": {type: file, required: true, maxBytes: 9, mediaTypes: [image/png]}\n"
                            + "    sha256: {type: string, digest: sha256}\n"));
            files.add(file(
                    "v3/" + name + "/query.yaml",
                    "uri: v3/" + name + "/query\nget:\n  title: A\n  query: {" + name
                            + ": {type: string, required: true}}\n  headers: {x: {type: string}}\n"));
            files.add(file(
                    "v2/" + name + "/group.yaml",
                    "uri: v2/" + name + "/group\npost:\n  title: A\n  request: {}\n  response:\n    " + name
                            + ": {indexed: true, fields: {coupon_id_$n: {type: string}}}\n"));
        }
        compiles(files);
    }

    @Test
    void enumValuesOfAnyNameCompile() {
        compiles(List.of(file(
                "v3/pay/a.yaml",
                "uri: v3/pay/a\n"
                        + "post:\n"
                        + "  title: A\n"
                        + "  request:\n"
                        + "    state:\n"
                        + "      enum: [UNRECOGNIZED, VALUES, VALUE, value_of, class, {value: x, java: value}, name,"
                        + " \"1\"]\n"
                        + "    notify: {enum: [A]}\n"
                        + "    class: {enum: [1], list: true}\n")));
    }

    /** The code of one method is at most 64 KiB in Java. */
    @Test
    void enumOfTwoThousandValuesCompiles() {
        String values =
                IntStream.range(0, 2000).mapToObj(i -> "VALUE_NUMBER_" + i).collect(Collectors.joining(", "));
        compiles(List.of(file(
                "v3/pay/a.yaml", "uri: v3/pay/a\npost:\n  title: A\n  request: {state: {enum: [" + values + "]}}\n")));
    }

    @Test
    void segmentsOfAnyNameCompile() {
        List<SpecFile> files = new ArrayList<>();
        for (String name : NAMES) {
            String uri = "v3/" + name + "/{" + name + "}/" + name;
            files.add(file(
                    uri + ".yaml", "uri: " + uri + "\nget:\n  title: A\n  path: {" + name + ": {type: string}}\n"));
        }
        compiles(files);
    }

    @Test
    void sharedTypesWithNamesOfTheRuntimeCompile() {
        String fields = USED.stream()
                .map(name -> "        f" + name + ": {type: " + name + "}\n")
                .collect(Collectors.joining());
        StringBuilder types = new StringBuilder("types:\n");
        for (String name : USED) {
            boolean odd = USED.indexOf(name) % 2 == 1;
            types.append("  ").append(name).append(odd ? ": {enum: [A]}\n" : ": {fields: {a: {type: string}}}\n");
        }
        compiles(List.of(
                file("v3/pay/_types.yaml", types.toString()),
                file(
                        "v3/pay/a.yaml",
                        "uri: v3/pay/a\npost:\n  title: A\n  request:\n" + fields + "        own: {enum: [A]}\n"
                                + "  response:\n" + fields + "        own: {fields: {b: {type: date-time}}}\n")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Builder", "String", "Message", "List", "Override", "Consumer", "OffsetDateTime"})
    void rejectsSharedTypesNamedLikeEmittedCode(String name) {
        SpecFile types = file("v2/pay/_types.yaml", "types:\n  " + name + ": {enum: [A]}\n");

        assertThat(errors(types, file("v2/pay/a.yaml", "uri: v2/pay/a\npost: {title: A}\n")))
                .startsWith("error[WX402]: a type cannot be named `" + name + "`, because emitted code uses this name\n"
                        + " --> v2/pay/_types.yaml:2:3\n");
    }

    @ParameterizedTest
    @CsvSource({"Builder, WX402", "class, WX402", "A.B, WX402"})
    void typeNamesAreCheckedAsWell(String name, String code) {
        assertThat(errors(SpecText.endpoint("a: {typeName: " + name + ", fields: {b: {type: string}}}")))
                .startsWith("error[" + code + "]");
    }

    @Test
    void rejectsTwoTypesWithSameNameInMessage() {
        assertThat(errors(SpecText.endpoint(
                        "a: {typeName: Twice, fields: {b: {type: string}}}", "b: {typeName: Twice, enum: [A]}")))
                .startsWith("error[WX401]: the types of `b` and `a` both become the Java name `Twice`\n"
                        + " --> v2/pay/a.yaml:6:5\n")
                .contains("::: v2/pay/a.yaml:5:5");
    }

    @Test
    void sharedAndNestedTypeWithSameNameCompile() {
        compiles(List.of(
                file("v3/pay/_types.yaml", "types:\n  Amount: {fields: {total: {type: integer}}}\n"),
                file(
                        "v3/pay/a.yaml",
                        "uri: v3/pay/a\npost:\n  title: A\n  request:\n    amount: {fields: {a: {type: string}}}\n"
                                + "    other: {type: Amount}\n  response: {amount: {fields: {b: {type: Amount}}}}\n")));
    }

    @ParameterizedTest
    @CsvSource({
        "PayYResponse, the response of `post` of `v2/pay/y`, 2:1",
        "PayYRequest, the request of `post` of `v2/pay/y`, 2:1",
        "yrequest, '', ''",
        "PayApi, the place `v2/pay`, 1:1"
    })
    void rejectsSharedTypeNamedLikeEndpointClass(String type, String what, String place) {
        SpecFile endpoint = file("v2/pay/y.yaml", "uri: v2/pay/y\npost:\n  title: Y\n  request: {a: {type: string}}\n");
        String printed = errors(file("v2/pay/_types.yaml", "types:\n  " + type + ": {enum: [A]}\n"), endpoint);

        if (what == null || what.isEmpty()) {
            assertThat(printed).startsWith("error[WX402]: `yrequest` cannot be the name of a type");
        } else {
            assertThat(printed)
                    .startsWith("error[WX401]: " + what + " and the shared type `v2/pay/" + type
                            + "` both become the Java class `" + type + "`\n --> v2/pay/y.yaml:" + place)
                    .contains("::: v2/pay/_types.yaml:2:3")
                    .endsWith("1 error\n");
        }
    }

    @Test
    void rejectsTwoEndpointsWithOneClass() {
        SpecFile first =
                file("v2/pay/y.yaml", "uri: v2/pay/y\npost: {title: Y, java: Same, request: {a: {type: string}}}\n");
        SpecFile second =
                file("v2/pay/z.yaml", "uri: v2/pay/z\npost: {title: Z, java: Same, request: {a: {type: string}}}\n");

        assertThat(errors(first, second))
                .contains("error[WX401]: the request of `post` of `v2/pay/z` and the request of `post` of `v2/pay/y`")
                .contains("::: v2/pay/y.yaml:2:1");
    }

    private static void compiles(List<SpecFile> specs) {
        Compilation compilation = GeneratedClient.of(specs).compile();
        assertThat(compilation).succeeded();
    }
}
