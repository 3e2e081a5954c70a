package io.github.wxpaycodegen.importer.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.importer.internal.document.ApiField;
import io.github.wxpaycodegen.importer.internal.document.ApiOperation;
import io.github.wxpaycodegen.importer.internal.document.Finding;
import io.github.wxpaycodegen.importer.internal.document.Findings;
import io.github.wxpaycodegen.importer.internal.document.Section;
import io.github.wxpaycodegen.importer.internal.draft.SpecText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages with declarations in TypeScript become operations. */
class PageReaderTest {
    private final Findings findings = new Findings();

    @TempDir
    private Path directory;

    @Test
    void readsEndpointOfV2() throws Exception {
        ApiOperation operation = page("""
            namespace WeChatPay.OpenAPI.V2.Shop.Closeorder.PostHttpMethod {
              export interface XmlDataRequest {
                version: '1.0'
                nonce_str: string
                sign: string
                sign_type?: 'MD5' | 'HMAC-SHA256'
                total_fee: number
              }
              export interface RequestConfig extends AxiosRequestConfig {
                data?: XmlDataRequest
                security: true
                baseURL: 'https://example.com/'
              }
              export interface WellformedResponse {
                return_code: 'SUCCESS' | 'FAIL'
                return_msg: 'OK' | string
                sign_type: XmlDataRequest['sign_type']
                coupon_id_$n: string
              }
            }
            namespace WeChatPay.OpenAPI.V2.Shop {
              export interface Closeorder {
                /** short */
                (data: Closeorder.PostHttpMethod.XmlDataRequest, config: { a: 'x' }): AxiosPromise<Closeorder>
                post(data: Closeorder.PostHttpMethod.XmlDataRequest): AxiosPromise<{ a: string }>
              }
            }
            export var wxpay: Wechatpay
            """);

        assertThat(SpecText.file(operation.uri(), List.of(operation))).isEqualTo("""
            uri: v2/shop/closeorder
            post:
              title: 关闭订单
              description: 说明
              docs: https://pay.weixin.qq.com/a?b=1&c=2
              hosts: [{url: https://example.com}]
              security: true
              request:
                version: {enum: ["1.0"], required: true}
                sign_type: {enum: [MD5, HMAC-SHA256]}
                total_fee: {type: number, required: true}
              response:
                return_code: {enum: [SUCCESS, FAIL], required: true}
                return_msg: {type: string, required: true}
                sign_type: {enum: [MD5, HMAC-SHA256], required: true}
                coupon_id_$n: {type: string, required: true}
            """);
        assertThat(findings.sorted()).isEmpty();
    }

    @Test
    void readsEndpointOfV3() throws Exception {
        ApiOperation operation = page("""
            type Currency = 'CNY' | 'HKD'
            declare const level: 1 | 2
            namespace WeChatPay.OpenAPI.V3.FundApp.Out_bills.OutTradeNo._out_trade_no_.GetHttpMethod {
              interface Base { id: string; }
              interface Item extends Base { name?: string | null }
              export interface RequestConfig extends AxiosRequestConfig {
                out_trade_no: string
                params: { mchid: string, limit?: number }
                headers: { 'Wechatpay-Serial': string, 'Idempotency-Key'?: string }
              }
              export interface WellformedResponse {
                'time-end': string | Date
                amount: { total: number, currency: Currency }
                items: Item[]
                names: Array<string>
                pair: [string, string]
                level: typeof level
                closed: boolean
              }
            }
            """);

        assertThat(SpecText.file(operation.uri(), List.of(operation))).isEqualTo("""
            uri: v3/fund-app/out_bills/out-trade-no/{out_trade_no}
            get:
              title: 关闭订单
              description: 说明
              docs: https://pay.weixin.qq.com/a?b=1&c=2
              path:
                out_trade_no: {type: string, required: true}
              query:
                mchid: {type: string, required: true}
                limit: {type: number}
              headers:
                Idempotency-Key: {type: string}
              response:
                time-end: {type: date-time, required: true}
                amount:
                  required: true
                  fields:
                    total: {type: number, required: true}
                    currency: {enum: [CNY, HKD], required: true}
                items:
                  list: true
                  required: true
                  fields:
                    id: {type: string, required: true}
                    name: {type: string}
                names: {type: string, list: true, required: true}
                pair: {type: string, list: true, required: true}
                level: {enum: [1, 2], required: true}
                closed: {type: boolean, required: true}
            """);
        assertThat(findings.sorted()).isEmpty();
    }

    @Test
    void readsDownloadsUploadsAndEmptyResponses() throws Exception {
        ApiOperation download = page("""
            namespace WeChatPay.OpenAPI.V3.Bills.File.GetHttpMethod {
              export interface RequestConfig extends AxiosRequestConfig {
                params: { token: string }
                responseType: 'arraybuffer'
                transformResponse: []
              }
              export interface WellformedResponse extends ReadStream {
              }
            }
            """);
        ApiOperation upload = page("""
            namespace WeChatPay.OpenAPI.V3.Images.Upload.PostHttpMethod {
              export interface BinaryDataRequest extends Multipart {
              }
              export interface WellformedResponse { }
            }
            """);

        assertThat(download.attributes()).containsEntry("responseKind", "stream");
        assertThat(upload.attributes()).containsEntry("body", "multipart").containsEntry("responseKind", "empty");
        assertThat(upload.fields(Section.REQUEST))
                .containsExactly(new ApiField("file", Map.of("type", "file", "required", true), List.of()));
        assertThat(findings.sorted())
                .singleElement()
                .hasToString("page.md:11:20: the upload declares no fields:" + " imported with the file alone");
    }

    @Test
    void oddTypesAreReportedWithTheirPlaces() throws Exception {
        ApiOperation operation = page("""
            namespace WeChatPay.OpenAPI.V3.A.B.PostHttpMethod {
              export interface WellformedResponse {
                unknown: Nowhere
                mixed: string | number
                tree: WellformedResponse
                kept: string
              }
              class Color { red = 1 }
            }
            """);

        assertThat(operation.fields(Section.RESPONSE).stream().map(ApiField::name))
                .containsExactly("unknown", "mixed", "tree", "kept");
        assertThat(findings.sorted().stream().map(Object::toString))
                .contains(
                        "page.md:12:5: unknown type `Nowhere`: imported as a string",
                        "page.md:13:12: `mixed` has several types: the first was imported",
                        "page.md:14:5: `tree` contains itself: imported as a string",
                        "page.md:17:3: `class` is not a declaration: skipped");
    }

    @Test
    void unfinishedCodeEnds() throws Exception {
        assertThat(read("```ts\n"
                        + "namespace WeChatPay.OpenAPI.V3.A.B.GetHttpMethod { interface RequestConfig { a:"
                        + " {\n"
                        + "```\n"))
                .hasSize(1);
        assertThat(read("# nothing\n")).isEmpty();
        assertThat(findings.sorted())
                .anySatisfy(each -> assertThat(each).hasToString("page.md:1:1: the page declares" + " no endpoint"));
    }

    /** Everything that TypeScript can say of a value, with the field that it becomes. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            value = {
                "a: string | Date => {type: date-time, required: true}",
                "a?: Date | null => {type: date-time}",
                "a: number | 1 => {type: number, required: true}",
                "a: 1 | 2 | -3 => {enum: [1, 2, -3], required: true}",
                "a: 1_000 | 5n => {enum: [1000, 5], required: true}",
                "a: true | false => {type: boolean, required: true}",
                "a: 'A' | Currency => {enum: [A, CNY, HKD], required: true}",
                "a?: Currency | undefined => {enum: [CNY, HKD]}",
                "a: ('A' | 'B')[] => {enum: [A, B], list: true, required: true}",
                "a: readonly Currency[] => {enum: [CNY, HKD], list: true, required: true}",
                "a: Array<Array<string>> => {type: string, list: true, required: true}",
                "a: [first: string, second?: string] => {type: string, list: true, required: true}",
                "a: [...string[]] => {type: string, list: true, required: true}",
                "a: Order['state'] => {enum: [OPEN, PAID], required: true}",
                "a: Order['goods'][number]['id'] => {type: integer, required: true}",
                "a: Order['goods'][0]['id'] => {type: integer, required: true}",
                "a: Other.Deep['level'] => {enum: [1, 2], required: true}",
                "a: typeof level => {enum: [HIGH], required: true}",
                "a: typeof level | 'LOW' => {enum: [HIGH, LOW], required: true}",
                "a: Color => {enum: [RED, BLUE], required: true}",
                "a: Color.Red => {enum: [RED], required: true}",
                "a: Numbers => {enum: [0, 5, 6], required: true}",
                "a: NonNullable<string> => {type: string, required: true}",
                "'a-b': bigint => {type: integer, required: true}",
                "['a']: string => {type: string, required: true}",
                "readonly a?: string => {type: string}",
                "a: ReadStream => {type: file, required: true}",
                "a: (string) => {type: string, required: true}",
                "a: | 'X' | 'Y' => {enum: [X, Y], required: true}",
            })
    void readsTypesOfValues(String member, String expected) throws Exception {
        ApiOperation operation = types(member);

        String text = SpecText.file(operation.uri(), List.of(operation));
        assertThat(text.substring(text.indexOf("response:\n") + "response:\n".length())
                        .strip())
                .endsWith(": " + expected);
        assertThat(operation.fields(Section.RESPONSE)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            value = {
                "a: Order => state,goods",
                "a: Order & { more: string } => state,goods,more",
                "a: Partial<Order> => state,goods",
                "a: Pick<Order, 'state'> => state",
                "a: Omit<Order, 'state' | 'more'> => goods",
                "a: { x: string, y?: { z: string } } => x,y",
                "a: { x: string; f(b: string): void; <T>(c: T): T; g: string } => x,g",
                "a: Merged => one,two",
                "a: Child => id,child",
                "a: Order['goods'][number] => id",
            })
    void readsTypesOfObjects(String member, String expected) throws Exception {
        ApiOperation operation = types(member);

        assertThat(operation.fields(Section.RESPONSE).get(0).fields().stream().map(ApiField::name))
                .containsExactly(expected.split(","));
        assertThat(findings.sorted()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            value = {
                "a: keyof Order => a type that is computed: imported as a string",
                "a: `${string}_id` => a type that is computed: imported as a string",
                "a: import('x').Y<string> => a type that is computed: imported as a string",
                "a: string extends Order ? 'X' : 'Y' => a conditional type: its first result was imported",
                "[key: string]: string => members of any name were not imported",
                "[K in Currency]?: string => members of any name were not imported",
                "a: Order['nothing'] => the type of `a` is not declared: imported as a string",
                "a: typeof nothing => the type of `a` is not declared: imported as a string",
                "a: Page<string> => unknown type `T`: imported as a string",
                "a: Record<string, string> => `a` is an object whose fields are not declared",
                "a: Order | Merged => `a` has several types: the first was imported",
                "a: Loop => `a` contains itself: imported as a string",
                "a: Multiplied => `a` is an object whose fields are not declared",
                "a: [Pair, Pair] => `a` contains itself: imported as a string",
                "a: null => `a` has no value: imported as an optional string",
                "a: Lost => unknown type `Nowhere`: its members were not imported",
            })
    void reportsTypesThatItDoesNotImport(String member, String finding) throws Exception {
        ApiOperation operation = types(member + "; kept: string");

        assertThat(operation.fields(Section.RESPONSE).stream().map(ApiField::name))
                .contains("kept");
        assertThat(findings.sorted().stream().map(Finding::message)).contains(finding);
    }

    private ApiOperation types(String member) throws Exception {
        return page("""
            type Currency = 'CNY' | 'HKD'
            type Loop = Loop
            type Multiplied = Multiplied & Multiplied
            type Pair = [Pair, Pair]
            declare const level: 'HIGH'
            const enum Color { Red = 'RED', Blue = 'BLUE' }
            enum Numbers { Zero, Five = 5, Six }
            interface Page<T extends Array<string>> { items: T }
            interface Merged { one: string }
            interface Merged { two: string }
            interface Lost extends Nowhere { own: string }
            namespace WeChatPay.OpenAPI.V3.A {
              namespace B.PostHttpMethod {
                namespace Other {
                  type Level = 1 | 2
                  interface Deep { level: Level }
                  interface Base { id: Level }
                }
                interface Child extends Other.Base { child: string }
                interface Order { state: 'OPEN' | 'PAID', goods: { id: bigint }[] }
                export interface WellformedResponse { MEMBER }
              }
            }
            """.replace("MEMBER", member));
    }

    @Test
    void readsEveryPartOfTheConfiguration() throws Exception {
        ApiOperation operation = page("""
            namespace WeChatPay.OpenAPI.V3.A.$b_id$.C.PutHttpMethod {
              export interface QueryParams { limit?: '1' | '2' }
              export interface RequestConfig extends AxiosRequestConfig<JsonDataRequest> {
                b_id: string
                params?: QueryParams
                headers: 'none'
                security: boolean
                baseURL: 'https://a.example.com/' | 'https://b.example.com'
                responseType?: 'json'
                mystery: string
              }
              export type JsonDataRequest = { a: string }
              export type XmlDataRequest = { b: string }
              export type WellformedResponse = string[]
            }
            """);

        assertThat(SpecText.file(operation.uri(), List.of(operation))).isEqualTo("""
            uri: v3/a/{b_id}/c
            put:
              title: 关闭订单
              description: 说明
              docs: https://pay.weixin.qq.com/a?b=1&c=2
              hosts: [{url: https://a.example.com}, {url: https://b.example.com}]
              path:
                b_id: {type: string, required: true}
              query:
                limit: {enum: ["1", "2"]}
              request:
                a: {type: string, required: true}
            """);
        assertThat(findings.sorted().stream().map(Object::toString))
                .containsExactly(
                        "page.md:15:5: `headers` must be an object: its content was not imported",
                        "page.md:16:5: `security` is neither true nor false: ignored",
                        "page.md:19:5: `mystery` of the configuration was not imported",
                        "page.md:22:15: `XmlDataRequest` was not imported: only `JsonDataRequest`",
                        "page.md:23:15: the response must be an object: its content was not imported");
    }

    @Test
    void placesAreThoseOfThePage() throws Exception {
        String page = """
            ---
            title: "A: B"
            ---
            Text LS with other ends of lines NEL.

              ````ts {1,3} [virtual.ts]
              // ``` is no fence here
              namespace WeChatPay.OpenAPI.V3.A.B.GetHttpMethod {
                export interface WellformedResponse { a: Nowhere }
              }
              ````

            ~~~typescript
            namespace WeChatPay.OpenAPI.V3.A.C.GetHttpMethod {
              export interface WellformedResponse { a: Nowhere }
            }
            """.replace("LS", "\u2028").replace("NEL", "\u0085");
        for (String variant : List.of(page, page.replace("\n", "\r\n"), "\uFEFF" + page, page.replace("\n", "\r"))) {
            Findings found = new Findings();
            Path file = directory.resolve("page.md");
            Files.writeString(file, variant);

            List<ApiOperation> operations = PageReader.read(file, found);

            assertThat(operations.stream().map(ApiOperation::uri)).containsExactly("v3/a/b", "v3/a/c");
            assertThat(operations.get(0).attributes()).containsEntry("title", "A: B");
            assertThat(found.sorted().stream().map(Object::toString))
                    .containsExactly(
                            "page.md:9:43: unknown type `Nowhere`: imported as a string",
                            "page.md:15:41: unknown type `Nowhere`: imported as a string");
        }
    }

    @Test
    void pageThatIsNotUtf8IsReported() throws Exception {
        Files.write(directory.resolve("a.md"), new byte[] {'#', ' ', (byte) 0xC3, (byte) 0x28});
        Files.writeString(directory.resolve("b.md"), """
            # 支付通知
            ```ts
            interface Notification { event_type: string }
            ```
            """);

        assertThat(PageReader.read(directory, findings)).isEmpty();
        assertThat(findings.sorted().stream().map(Object::toString))
                .containsExactly(
                        "a.md:1:1: the page is not UTF-8: not imported",
                        "b.md:1:1: the page declares no endpoint. Notifications cannot be imported from pages;"
                                + " write the spec by hand");
    }

    @Test
    void pageThatOnlyMentionsNotificationsIsNotOne() throws Exception {
        assertThat(read("---\ntitle: 下单\n---\nSee the 回调通知.\n")).isEmpty();
        assertThat(findings.sorted()).singleElement().hasToString("page.md:1:1: the page declares no endpoint");
    }

    @Test
    void frontMatterThatIsNotYamlIsReadLineByLine() throws Exception {
        ApiOperation operation = read("""
            ---
            title: 关闭订单: V2
            description: "说明: 'A'"
            ---
            ```ts
            namespace WeChatPay.OpenAPI.V3.A.B.GetHttpMethod {
              export interface WellformedResponse { a: string }
            }
            ```
            """).get(0);

        assertThat(operation.attributes()).containsEntry("title", "关闭订单: V2").containsEntry("description", "说明: 'A'");
        assertThat(findings.sorted()).singleElement().satisfies(each -> assertThat(each.message())
                .startsWith("not YAML"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ a: ",
                "[",
                "(",
                "Array<",
                "x['",
                "keyof ",
                "typeof ",
                "readonly ",
                "| ",
                "& ",
                "A extends B ? ",
                "(a: "
            })
    void deepNestingEnds(String opening) throws Exception {
        ApiOperation operation = page("""
            namespace WeChatPay.OpenAPI.V3.A.B.PostHttpMethod {
              export interface WellformedResponse { kept: string }
              export interface XmlDataRequest { a: DEEP
            """.replace("DEEP", opening.repeat(20_000)));

        assertThat(operation.fields(Section.RESPONSE)).hasSize(1);
    }

    @Test
    void interfacesThatMultiplyEnd() throws Exception {
        StringBuilder code = new StringBuilder("namespace WeChatPay.OpenAPI.V3.A.B.PostHttpMethod {\n");
        for (int i = 0; i < 3_000; i++) {
            code.append("interface A%d { a: A%d, b: A%d }\ninterface E%d extends E%d, E%d {}\n"
                    .formatted(i, i + 1, i + 1, i, i + 1, i + 1));
        }
        ApiOperation operation = page(code + "interface WellformedResponse extends E0 { a: A0, kept: string }\n}\n");

        assertThat(operation.fields(Section.RESPONSE).stream().map(ApiField::name))
                .contains("a", "kept");
        assertThat(findings.sorted().stream().map(Finding::message))
                .contains("the types are too large, or composed of themselves: imported in part");
    }

    private ApiOperation page(String code) throws Exception {
        return read("""
            ---
            title: 关闭订单
            description: 说明
            ---

            {{ $frontmatter.description }} [官方文档](https://pay.weixin.qq.com/a?b=1&c=2)

            ```js twoslash
            // @filename: virtual.ts
            """ + code + """
            // @filename: business.js
            wxpay.v2.shop.closeorder.post({ version, '}' })
            ```
            """).get(0);
    }

    private List<ApiOperation> read(String text) throws Exception {
        Path page = directory.resolve("page.md");
        Files.writeString(page, text);
        return PageReader.read(page, findings);
    }
}
