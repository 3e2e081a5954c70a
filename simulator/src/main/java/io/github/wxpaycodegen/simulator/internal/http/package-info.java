/** A small HTTP/1.1 server on TLS that can break a connection at any point of an exchange. */
@NullMarked
package io.github.wxpaycodegen.simulator.internal.http;

import org.jspecify.annotations.NullMarked;
