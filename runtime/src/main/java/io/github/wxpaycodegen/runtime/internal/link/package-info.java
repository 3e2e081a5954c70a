/** Parts of links to files that only the runtime sees. */
@NullMarked
package io.github.wxpaycodegen.runtime.internal.link;

import org.jspecify.annotations.NullMarked;
