/** Tools for authors of specs and of the generator; a build needs none of them. */
@NullMarked
package io.github.wxpaycodegen.generator.tool;

import org.jspecify.annotations.NullMarked;
