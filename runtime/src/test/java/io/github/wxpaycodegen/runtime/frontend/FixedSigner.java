package io.github.wxpaycodegen.runtime.frontend;

import io.github.wxpaycodegen.runtime.internal.crypto.V2Signer;
import io.github.wxpaycodegen.runtime.message.SignType;
import java.util.Map;

/** The merchant of the known answers, at their time and with their nonce. A v3 signature is the signed text itself. */
final class FixedSigner implements FrontEndSigner {
    @Override
    public String appid() {
        return "wx2421b1c4370ec43b";
    }

    @Override
    public String mchid() {
        return "10000100";
    }

    @Override
    public long seconds() {
        return 1554208460;
    }

    @Override
    public String nonce() {
        return "593BEC0C930BF1AFEB40B4A08C8FB242";
    }

    @Override
    public String signV2(Map<String, String> fields, SignType type) {
        return new V2Signer("192006250b4c09247ec02edce69f6a2d").sign(fields, type);
    }

    @Override
    public String signV3(String text) {
        return text;
    }
}
