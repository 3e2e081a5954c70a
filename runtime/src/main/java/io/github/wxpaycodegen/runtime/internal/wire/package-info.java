/** Writers of messages as text, XML and JSON documents, and the parser of JSON. */
@NullMarked
package io.github.wxpaycodegen.runtime.internal.wire;

import org.jspecify.annotations.NullMarked;
