/**
 * Shared parts of the calls of both protocols: the unpacked settings, the call with its deadline, the choice of the
 * host, the exchange with the transport, and the advice after a failure.
 */
@NullMarked
package io.github.wxpaycodegen.runtime.internal.call;

import org.jspecify.annotations.NullMarked;
