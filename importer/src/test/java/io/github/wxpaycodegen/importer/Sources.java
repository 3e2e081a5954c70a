package io.github.wxpaycodegen.importer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A project of a test: a source, specs and a record. */
final class Sources {
    private final Path root;

    Sources(Path root) {
        this.root = root;
    }

    Path source() {
        return root.resolve("source/swagger.yaml");
    }

    Path specs() {
        return root.resolve("specs");
    }

    Path record() {
        return root.resolve("record");
    }

    Sources write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    String read(String path) throws IOException {
        return Files.readString(root.resolve(path));
    }

    boolean has(String path) {
        return Files.exists(root.resolve(path));
    }

    ImportOptions.Builder options() {
        return ImportOptions.builder().source(source()).specDirectory(specs()).recordDirectory(record());
    }

    ImportResult report() throws IOException {
        return Importer.run(options().build());
    }

    ImportResult apply() throws IOException {
        return Importer.run(options().apply(true).build());
    }

    ImportResult accept(String pattern) throws IOException {
        return Importer.run(options().apply(true).accept(pattern).build());
    }

    ImportResult refuse(String pattern) throws IOException {
        return Importer.run(options().apply(true).refuse(pattern).build());
    }

    /** Writes a document of three operations in several files that refer to each other. */
    Sources shop() throws IOException {
        return write("source/swagger.yaml", """
            swagger: '2.0'
            paths:
              /v3/shop/orders:
                $ref: ./v3/orders.yaml
              /v3/shop/orders/{order_no}:
                $ref: ./v3/order.yaml
              /shop/refundquery:
                $ref: ./v2/refundquery.yaml
            """)
                .write("source/v3/orders.yaml", """
                    post:
                      x-last-updated-at: 2025.02.19
                      x-role: [普通商户]
                      tags: [商城∙下单]
                      summary: 下单API
                      description: '[官方文档](https://pay.weixin.qq.com/doc/v3/merchant/1)'
                      parameters:
                        - $ref: '../definitions.yaml#/SERIAL'
                        - name: _
                          in: body
                          schema:
                            allOf:
                              - $ref: '../definitions.yaml#/OrderBase'
                              - type: object
                                required: [payer, order_no]
                                properties:
                                  payer:
                                    $ref: '../definitions.yaml#/Payer'
                      responses:
                        200:
                          schema:
                            type: object
                            required: [prepay_id]
                            properties:
                              prepay_id: {type: string, description: 预支付交易会话标识, maxLength: 64}
                    """)
                .write("source/v3/order.yaml", """
                    get:
                      summary: 查询订单
                      parameters:
                        - {in: path, name: order_no, type: string, required: true, maxLength: 32, description: 商户订单号}
                      responses:
                        '200':
                          schema:
                            type: object
                            properties:
                              state: {type: string, enum: [OPEN, PAID], description: 状态}
                              paid_at: {type: string, format: rfc3339, description: 支付时间}
                    delete:
                      summary: 关闭订单
                      parameters:
                        - {in: path, name: order_no, type: string, required: true, maxLength: 32, description: 商户订单号}
                      responses:
                        '204': {description: ''}
                    """)
                .write("source/v2/refundquery.yaml", """
                    post:
                      x-api-cert-required: true
                      summary: 查询退款
                      consumes: [application/xml]
                      produces: [application/xml]
                      parameters:
                        - name: _
                          in: body
                          schema:
                            type: object
                            required: [appid, mch_id, nonce_str, sign]
                            properties:
                              appid: {type: string, description: 公众账号ID}
                              mch_id: {type: string, description: 商户号}
                              nonce_str: {type: string}
                              sign: {type: string}
                              sign_type: {type: string, enum: [MD5, HMAC-SHA256], description: 签名类型}
                      responses:
                        '200':
                          schema:
                            type: object
                            properties:
                              return_code: {type: string, enum: [SUCCESS, FAIL], description: 返回状态码}
                              refund_count: {type: integer, description: 退款笔数}
                              refund_id_$n: {type: string, description: 退款单号}
                              coupon_id_$n_$m: {type: string, description: 代金券ID}
                    """)
                .write("source/definitions.yaml", """
                    SERIAL: {in: header, name: Wechatpay-Serial, type: string, required: true}
                    OrderBase:
                      type: object
                      properties:
                        order_no: {type: string, description: 商户订单号, maxLength: 32, example: '1217752501'}
                        amount:
                          type: object
                          description: 订单金额
                          required: [total]
                          properties:
                            total: {type: number, format: integer, description: 总金额, example: 100}
                    Payer:
                      type: object
                      x-is-sensitive: [openid]
                      properties:
                        openid: {type: string, description: 用户标识}
                    """);
    }
}
