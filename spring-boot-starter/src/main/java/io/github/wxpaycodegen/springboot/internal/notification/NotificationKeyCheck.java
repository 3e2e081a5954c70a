package io.github.wxpaycodegen.springboot.internal.notification;

import io.github.wxpaycodegen.runtime.ConfiguredKeys;
import io.github.wxpaycodegen.runtime.call.Protocol;
import io.github.wxpaycodegen.springboot.internal.setup.WxPaySetupException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks at startup that a merchant has the keys of the notifications that it handles. Without them each notification
 * would fail, after the payment.
 */
final class NotificationKeyCheck {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.wxpaycodegen.springboot.notification");

    private NotificationKeyCheck() {}

    /**
     * Checks the keys of v3. A handler of all notifications is one of v3 for a merchant that calls v3. A merchant that calls v3 and cannot read any notification is not set up correctly. If it reads
     * those of one of its accounts, or only calls v2, its handlers may be for others, so that a warning must do.
     *
     * @param prefix the prefix of the merchant's properties: {@code wxpay}, or {@code wxpay.merchants} and its name
     * @throws WxPaySetupException if no notification could be read
     */
    static void check(String merchant, String prefix, ConfiguredKeys keys, MerchantHandlers handlers) {
        Optional<HandlerMethod> ofV3 = handlers.ofEncryptedV3();
        if (ofV3.isPresent() || keys.canCall(Protocol.V3) || keys.canCallAsBrand()) {
            ofV3.or(handlers::ofOthers).ifPresent(handler -> new Check(merchant, prefix, keys, handler).run());
        }
    }

    private record Check(String merchant, String prefix, ConfiguredKeys keys, HandlerMethod handler) {
        void run() {
            boolean readsNone = !keys.canReadNotifications(Protocol.V3) && !keys.canReadBrandNotifications();
            boolean lacksKey = keys.canCall(Protocol.V3) && !keys.canReadNotifications(Protocol.V3);
            boolean lacksBrandKey = keys.canCallAsBrand() && !keys.canReadBrandNotifications();
            if (readsNone && (lacksKey || lacksBrandKey)) {
                throw missing(lacksKey ? "v3-key" : "brand-v3-key");
            }
            if (lacksKey) {
                warn("to the merchant", property("v3-key") + " is not set");
            }
            if (lacksBrandKey) {
                warn("to the brand", property("brand-v3-key") + " is not set");
            }
            if (readsNone) {
                warn(
                        "of v3",
                        property("v3-key") + " and " + property("wechat-pay-public-key-pem") + " are not both set");
            }
        }

        private WxPaySetupException missing(String setting) {
            String property = property(setting);
            return new WxPaySetupException(
                    property + " is not set, but " + handler + " handles v3 notifications of the merchant " + merchant
                            + ", which this key decrypts",
                    List.of(),
                    "Set " + property
                            + " to the APIv3 key, as the merchant platform shows it. If the method is for other"
                            + " merchants only, name them in @WxPayNotification(merchants = ...).",
                    null);
        }

        private void warn(String kind, String reason) {
            LOG.warn(
                    "Notifications {} cannot be read by the merchant {}, because {}, so {} is not called for them",
                    kind,
                    merchant,
                    reason,
                    handler);
        }

        private String property(String setting) {
            return prefix + "." + setting;
        }
    }
}
