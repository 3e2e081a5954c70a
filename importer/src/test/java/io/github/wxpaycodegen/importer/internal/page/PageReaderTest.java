package io.github.wxpaycodegen.importer.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.importer.internal.document.ApiField;
import io.github.wxpaycodegen.importer.internal.document.ApiOperation;
import io.github.wxpaycodegen.importer.internal.document.Findings;
import io.github.wxpaycodegen.importer.internal.document.Section;
import io.github.wxpaycodegen.importer.internal.draft.SpecText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
              enum Color { Red }
            }
            """);

        assertThat(operation.fields(Section.RESPONSE).stream().map(ApiField::name))
                .containsExactly("unknown", "mixed", "tree", "kept");
        assertThat(findings.sorted().stream().map(Object::toString))
                .contains(
                        "page.md:12:5: unknown type `Nowhere`: imported as a string",
                        "page.md:13:12: `mixed` has several types: the first was imported",
                        "page.md:14:5: `tree` contains itself: imported as a string",
                        "page.md:17:3: `enum` is not a declaration: skipped");
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
