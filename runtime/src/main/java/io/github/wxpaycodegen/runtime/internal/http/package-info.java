/** The default transport, on Apache HttpClient 5: connection pools, the event loop, TLS and proxies. */
@NullMarked
package io.github.wxpaycodegen.runtime.internal.http;

import org.jspecify.annotations.NullMarked;
