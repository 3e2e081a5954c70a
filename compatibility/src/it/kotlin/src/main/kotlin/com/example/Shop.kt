package com.example

import io.github.wxpaycodegen.client.WxPay
import io.github.wxpaycodegen.client.v3.pay.Transaction
import io.github.wxpaycodegen.client.v3.pay.TradeState
import java.util.concurrent.CompletableFuture

/** A shop in Kotlin. */
class Shop(private val pay: WxPay) {
    /** Places an order and returns the content of its QR code. */
    fun order(number: String, fen: Long): String {
        val response = pay.v3().pay().transactions().native_ {
            it.outTradeNo(number)
                .description("两杯茶")
                .notifyUrl("https://shop.example.com/wxpay/notify")
                .amount { amount -> amount.total(fen).currency("CNY") }
        }
        // Every accessor of a response may return null, and the compiler knows it.
        return response.codeUrl() ?: error("the order $number has no code_url")
    }

    /** Returns the amount that was paid, in fen, or null if the order is not paid. */
    fun paid(number: String): Long? {
        val order: Transaction = pay.v3().pay().transactions().outTradeNo(number).get()
        return if (order.tradeState() == TradeState.SUCCESS) order.amount()?.total() else null
    }

    /** Queries an order without blocking. */
    fun paidAsync(number: String): CompletableFuture<Long?> =
        pay.v3().pay().transactions().outTradeNo(number).getAsync().thenApply { it.amount()?.total() }
}
