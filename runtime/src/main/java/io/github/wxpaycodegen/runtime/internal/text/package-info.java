/** Safe display of text from outside of the process. */
@NullMarked
package io.github.wxpaycodegen.runtime.internal.text;

import org.jspecify.annotations.NullMarked;
