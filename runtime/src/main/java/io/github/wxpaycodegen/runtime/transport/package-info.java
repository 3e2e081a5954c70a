/** How bytes get to the gateway and back: a small interface, and the implementation on Apache HttpClient 5. */
@NullMarked
package io.github.wxpaycodegen.runtime.transport;

import org.jspecify.annotations.NullMarked;
