/** How messages become text, XML and JSON documents, and come back from them. */
@NullMarked
package io.github.wxpaycodegen.runtime.wire;

import org.jspecify.annotations.NullMarked;
