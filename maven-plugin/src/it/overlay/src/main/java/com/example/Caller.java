package com.example;

import com.example.pay.WxPay;
import com.example.pay.v2.pay.PayReverseResponse;
import io.github.wxpaycodegen.runtime.message.ReturnCode;

public final class Caller {
    ReturnCode call(WxPay pay) {
        PayReverseResponse response = pay.v2().pay().reverse(b -> b.outTradeNo("1"));
        pay.v2().wxv().cancelBill(b -> b.ourOwn("x"));
        return response.returnCode();
    }
}
