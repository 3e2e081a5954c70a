/** Reader and writer of the XML of v2. */
@NullMarked
package io.github.wxpaycodegen.runtime.internal.xml;

import org.jspecify.annotations.NullMarked;
