package io.github.wxpaycodegen.simulator;

import java.util.UUID;

/** What notifications take from chance. */
final class NoticeKeys {
    private static final int GCM_NONCE_LENGTH = 12;

    private NoticeKeys() {}

    /** 32 characters. */
    static String nonce() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** 12 characters. */
    static String gcmNonce() {
        return nonce().substring(0, GCM_NONCE_LENGTH);
    }

    /** The key under which a notification is encrypted: the merchant's, or another one where that is the fault. */
    static String of(String merchantKey, Notice notice) {
        return notice.has(NoticeFault.WRONG_KEY) ? nonce() : merchantKey;
    }

    /** The ciphertext, of which the first byte differs where that is the fault: its form stays right. */
    static String ciphertext(String base64, Notice notice) {
        if (!notice.has(NoticeFault.TAMPERED)) {
            return base64;
        }
        char first = base64.charAt(0);
        return (first == 'A' ? 'B' : 'A') + base64.substring(1);
    }
}
