package io.github.wxpaycodegen.quickstart;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v2.wxv.CancelBillResponse;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.simulator.Simulator;
import java.nio.charset.StandardCharsets;

/**
 * Cancels a rental order at the simulator: over mutual TLS, with an HMAC-SHA256 signature on the way out and a verified
 * one on the way back. Against the real gateway the four lines about the simulator go, and the rest stays.
 */
public final class Quickstart {
    private static final String MCHID = "1230000109";
    private static final String V2_KEY = "quickstart-key-0123456789abcdef0";

    private Quickstart() {}

    /** Runs the one call and prints what was sent and what came back. */
    public static void main(String[] args) {
        try (Simulator gateway = Simulator.builder().mchid(MCHID).v2Key(V2_KEY).start();
                WxPay pay = WxPay.create(WxPayConfig.builder()
                        .mchid(MCHID)
                        .appid("wxd678efh567hg6787")
                        .v2Key(V2_KEY)
                        .clientCertificate(gateway.clientCertificateP12(MCHID), MCHID)
                        .trust(gateway.caCertificate())
                        .host(gateway.baseUri())
                        .build())) {
            CancelBillResponse response = pay.v2().wxv().cancelBill(b -> b.outOrderNo("1234323JKHDFE1243252")
                    .reason("用户投诉")
                    .serviceId("500001"));

            System.out.println("Sent to " + gateway.baseUri() + "/wxv/cancelbill:");
            System.out.println(new String(gateway.calls().get(0).body(), StandardCharsets.UTF_8));
            System.out.println("Answered, signature verified: order_id = " + response.orderId());
        }
    }
}
