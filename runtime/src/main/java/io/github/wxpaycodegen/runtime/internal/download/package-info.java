/** Downloads to files: from the application for a file to the verified file at its target. */
@NullMarked
package io.github.wxpaycodegen.runtime.internal.download;

import org.jspecify.annotations.NullMarked;
