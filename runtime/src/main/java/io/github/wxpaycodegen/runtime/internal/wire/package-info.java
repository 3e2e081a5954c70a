/** Writing of messages as text, XML and JSON documents, and reading of JSON. */
@NullMarked
package io.github.wxpaycodegen.runtime.internal.wire;

import org.jspecify.annotations.NullMarked;
