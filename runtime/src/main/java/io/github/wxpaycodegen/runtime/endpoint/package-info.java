/**
 * Calls of endpoints, one interface for each HTTP method. Generated interfaces extend them. {@link
 * io.github.wxpaycodegen.runtime.endpoint.Post} explains the forms of a call.
 */
@NullMarked
package io.github.wxpaycodegen.runtime.endpoint;

import org.jspecify.annotations.NullMarked;
