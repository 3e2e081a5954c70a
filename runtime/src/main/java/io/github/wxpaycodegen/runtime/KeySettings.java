package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.internal.call.V2Keys;
import io.github.wxpaycodegen.runtime.internal.call.V3Account;
import io.github.wxpaycodegen.runtime.internal.call.V3Settings;
import io.github.wxpaycodegen.runtime.internal.crypto.RefundCipher;
import io.github.wxpaycodegen.runtime.internal.crypto.V2Signer;
import io.github.wxpaycodegen.runtime.internal.crypto.WorkwxSigner;
import io.github.wxpaycodegen.runtime.internal.settings.Settings;
import java.security.Provider;
import java.security.PublicKey;
import org.jspecify.annotations.Nullable;

/** The keys that {@link WxPayConfig.Builder} collects: for signing, verification, encryption and decryption. */
final class KeySettings {
    final V3Settings.Builder merchant = new V3Settings.Builder(V3Account.MERCHANT);
    final V3Settings.Builder brand = new V3Settings.Builder(V3Account.BRAND);

    @Nullable
    WorkwxSigner workwxSigner;

    @Nullable
    PublicKey encryptionKey;

    private @Nullable V2Signer v2Signer;
    private @Nullable RefundCipher refundCipher;

    void v2Key(String value) {
        Settings.key("v2Key", value);
        v2Signer = new V2Signer(value);
        refundCipher = new RefundCipher(value);
    }

    void signatureProvider(Provider value) {
        Settings.given("signatureProvider", value);
        merchant.signatureProvider(value);
        brand.signatureProvider(value);
    }

    V2Keys v2() {
        return new V2Keys(v2Signer, refundCipher, workwxSigner, encryptionKey);
    }
}
