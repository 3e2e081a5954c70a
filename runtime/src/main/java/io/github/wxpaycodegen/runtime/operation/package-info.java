/**
 * Descriptions of operations, which generated code holds as constants, and the responses of calls. Users see {@link
 * io.github.wxpaycodegen.runtime.operation.WxPayResponse}.
 */
@NullMarked
package io.github.wxpaycodegen.runtime.operation;

import org.jspecify.annotations.NullMarked;
