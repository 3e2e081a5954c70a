/** Prints pages as HTML and Markdown, and writes the indexes. */
@NullMarked
package io.github.wxpaycodegen.reference.render;

import org.jspecify.annotations.NullMarked;
