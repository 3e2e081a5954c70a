package io.github.wxpaycodegen.simulator.internal.keys;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A certificate and its private key. */
record IssuedCertificate(X509Certificate certificate, PrivateKey key) {}
