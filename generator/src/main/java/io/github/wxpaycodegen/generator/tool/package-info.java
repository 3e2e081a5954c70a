/** Tools for authors of specs; a build needs none of them. */
@NullMarked
package io.github.wxpaycodegen.generator.tool;

import org.jspecify.annotations.NullMarked;
