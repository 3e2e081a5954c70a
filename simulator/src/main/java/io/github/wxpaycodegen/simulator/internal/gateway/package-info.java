/** Receives each request and passes it to the gateway of its protocol; the types that both protocols share. */
@NullMarked
package io.github.wxpaycodegen.simulator.internal.gateway;

import org.jspecify.annotations.NullMarked;
