/** The call path of v2: {@code V2Caller} creates the request, sends it, and reads the verified response. */
@NullMarked
package io.github.wxpaycodegen.runtime.internal.v2;

import org.jspecify.annotations.NullMarked;
