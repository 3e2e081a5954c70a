package io.github.wxpaycodegen.simulator.internal.keys;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A certificate and the private key that belongs to it. */
record IssuedCertificate(X509Certificate certificate, PrivateKey key) {}
