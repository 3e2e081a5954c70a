package io.github.wxpaycodegen.springboot.autoconfigure;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Notes about the gateway, by merchant. */
final class GatewayContacts {
    private final Map<String, GatewayContact> byMerchant = new ConcurrentHashMap<>();

    /** Returns the notes for a merchant. */
    GatewayContact of(String merchant) {
        return byMerchant.computeIfAbsent(merchant, name -> new GatewayContact(Clock.systemUTC()));
    }
}
