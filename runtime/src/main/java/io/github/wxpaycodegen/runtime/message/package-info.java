/**
 * What generated messages are made of: how a message writes itself, reads itself, checks itself and keeps what it does
 * not know. Generated code implements these types; callers meet only {@link
 * io.github.wxpaycodegen.runtime.message.Message} and {@link io.github.wxpaycodegen.runtime.message.UnknownFields}.
 */
@NullMarked
package io.github.wxpaycodegen.runtime.message;

import org.jspecify.annotations.NullMarked;
