package io.github.wxpaycodegen.testsupport.internal;

import io.github.wxpaycodegen.testsupport.Sample;

/** No API; it completes a cycle of packages for {@code PackagesTest}. */
public final class Secret {
    static final int LIMIT = Sample.Kind.values().length;
}
