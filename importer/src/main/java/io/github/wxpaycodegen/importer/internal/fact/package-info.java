/** Specs as flat facts, which can be compared one by one. */
@NullMarked
package io.github.wxpaycodegen.importer.internal.fact;

import org.jspecify.annotations.NullMarked;
