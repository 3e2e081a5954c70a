/**
 * Shared by the calls of both protocols: the settings that a configuration is unpacked into, the call with its deadline, the
 * choice of the host, the exchange with the transport, the advice after a failure.
 */
@NullMarked
package io.github.wxpaycodegen.runtime.internal.call;

import org.jspecify.annotations.NullMarked;
