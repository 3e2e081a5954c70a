package com.example

import io.github.wxpaycodegen.client.WxPay
import io.github.wxpaycodegen.simulator.Simulator
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class ShopTest {
    @Test
    fun ordersAndQueries() {
        Simulator.builder().mchid("1230000109").rememberOrders().start().use { gateway ->
            WxPay.create(gateway.config().build()).use { pay ->
                val shop = Shop(pay)

                assertTrue(shop.order("KOTLIN-1", 500).startsWith("weixin://"))
                assertNull(shop.paid("KOTLIN-1"))

                gateway.orders().pay("KOTLIN-1")

                assertEquals(500L, shop.paid("KOTLIN-1"))
                assertEquals(500L, shop.paidAsync("KOTLIN-1").join())
            }
        }
    }
}
