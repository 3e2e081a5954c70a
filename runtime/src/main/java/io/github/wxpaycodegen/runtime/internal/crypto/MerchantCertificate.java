package io.github.wxpaycodegen.runtime.internal.crypto;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;

/** The certificates that WeChat Pay issues to merchants. */
public final class MerchantCertificate {
    private static final Pattern MCHID_AS_NAME = Pattern.compile("(?:^|,)CN=([0-9]{8,10})(?=,|$)");

    private MerchantCertificate() {}

    /** Returns the merchant id in the subject of a certificate; empty if there is none, because WeChat Pay does not promise it. */
    public static Optional<String> mchid(X509Certificate certificate) {
        Matcher name =
                MCHID_AS_NAME.matcher(certificate.getSubjectX500Principal().getName(X500Principal.RFC2253));
        return name.find() ? Optional.of(name.group(1)) : Optional.empty();
    }
}
