package io.github.wxpaycodegen.simulator.internal.notices;

import io.github.wxpaycodegen.simulator.internal.keys.Nonces;

/** Keys and ciphertexts of notifications, with their deliberate faults. */
final class NoticeKeys {
    private NoticeKeys() {}

    /** Returns the key that encrypts a notification: the merchant's, or another key if that is the fault. */
    static String of(String merchantKey, NoticeDraft notice) {
        return notice.has(Flaw.WRONG_KEY) ? Nonces.next() : merchantKey;
    }

    /** Returns the ciphertext, with another first byte if that is the fault: its form stays right. */
    static String ciphertext(String base64, NoticeDraft notice) {
        if (!notice.has(Flaw.TAMPERED)) {
            return base64;
        }
        char first = base64.charAt(0);
        return (first == 'A' ? 'B' : 'A') + base64.substring(1);
    }
}
