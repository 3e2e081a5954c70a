/**
 * Descriptions of operations, which generated code holds as constants, and the responses of calls. Callers use {@link
 * io.github.wxpaycodegen.runtime.operation.WxPayResponse} and {@link io.github.wxpaycodegen.runtime.operation.Pages}.
 */
@NullMarked
package io.github.wxpaycodegen.runtime.operation;

import org.jspecify.annotations.NullMarked;
