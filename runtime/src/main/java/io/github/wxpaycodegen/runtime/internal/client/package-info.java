/**
 * The top of the call path: the caller of a client, which a reload replaces. It passes each call on to the protocol of
 * its operation.
 */
@NullMarked
package io.github.wxpaycodegen.runtime.internal.client;

import org.jspecify.annotations.NullMarked;
