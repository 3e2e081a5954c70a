/** Tools for who writes specs; a build needs none of them. */
@NullMarked
package io.github.wxpaycodegen.generator.tool;

import org.jspecify.annotations.NullMarked;
