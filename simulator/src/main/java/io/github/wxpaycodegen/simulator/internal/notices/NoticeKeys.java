package io.github.wxpaycodegen.simulator.internal.notices;

import io.github.wxpaycodegen.simulator.internal.keys.Nonces;

/** Keys and ciphertexts of notifications, with their deliberate faults. */
final class NoticeKeys {
    private NoticeKeys() {}

    /** Returns the key that encrypts a notification: the merchant's, or another key for {@link Flaw#WRONG_KEY}. */
    static String of(String merchantKey, NoticeDraft notice) {
        return notice.has(Flaw.WRONG_KEY) ? Nonces.next() : merchantKey;
    }

    /** Returns the ciphertext, with another first byte for {@link Flaw#TAMPERED}; it remains valid Base64. */
    static String ciphertext(String base64, NoticeDraft notice) {
        if (!notice.has(Flaw.TAMPERED)) {
            return base64;
        }
        char first = base64.charAt(0);
        return (first == 'A' ? 'B' : 'A') + base64.substring(1);
    }
}
