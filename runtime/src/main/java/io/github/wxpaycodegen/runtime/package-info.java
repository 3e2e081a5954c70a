/**
 * The client for WeChat Pay: configuration, calls, and exceptions that say whether a call took effect. Start at {@link
 * io.github.wxpaycodegen.runtime.WxPayConfig}; generated code adds the operations.
 */
@NullMarked
package io.github.wxpaycodegen.runtime;

import org.jspecify.annotations.NullMarked;
