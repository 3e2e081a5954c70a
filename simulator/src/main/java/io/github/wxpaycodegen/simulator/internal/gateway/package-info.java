/**
 * The gateway, which receives each request and passes it to the gateway of its protocol, and the types that both
 * protocols share.
 */
@NullMarked
package io.github.wxpaycodegen.simulator.internal.gateway;

import org.jspecify.annotations.NullMarked;
