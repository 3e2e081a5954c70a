/**
 * Keys, certificates, signatures and encryption: the RSA and SM suites of v3, the signatures of v2, PEM and PKCS #12,
 * and the trusted keys of the gateway. The SM suite needs BouncyCastle ({@code org.bouncycastle:bcprov-jdk18on}), which
 * is an optional dependency.
 */
@NullMarked
package io.github.wxpaycodegen.runtime.internal.crypto;

import org.jspecify.annotations.NullMarked;
