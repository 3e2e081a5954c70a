/** Files that are uploaded, downloaded and linked to, and their digests. */
@NullMarked
package io.github.wxpaycodegen.runtime.file;

import org.jspecify.annotations.NullMarked;
