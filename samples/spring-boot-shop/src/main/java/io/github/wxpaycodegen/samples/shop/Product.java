package io.github.wxpaycodegen.samples.shop;

/** The only product. */
final class Product {
    /** The customer sees it in WeChat. */
    static final String TITLE = "手工曲奇礼盒";

    static final long FEN = 8800;

    private Product() {}
}
