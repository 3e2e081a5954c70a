package com.example;

import com.example.hk.v2.wxv.CancelBillResponse;
import com.example.pay.WxPay;
import io.github.wxpaycodegen.runtime.message.ReturnCode;

/** Calls a bundled endpoint of two clients, and one of the project's own. */
public final class Caller {
    ReturnCode call(WxPay pay, com.example.hk.WxPay hk) {
        CancelBillResponse canceled = hk.v2().wxv().cancelBill(b -> b.outOrderNo("1"));
        return canceled.returnCode() == null
                ? pay.v2().pay().holdorder(b -> b.outTradeNo("1")).returnCode()
                : pay.v2().wxv().cancelBill(b -> b.outOrderNo("1")).returnCode();
    }
}
