/**
 * The interface for sending requests to the gateway, which the default transport on Apache HttpClient 5 implements.
 */
@NullMarked
package io.github.wxpaycodegen.runtime.transport;

import org.jspecify.annotations.NullMarked;
