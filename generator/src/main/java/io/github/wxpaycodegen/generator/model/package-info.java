/**
 * What the specs say, as immutable records: checked, references resolved, nothing yet about Java. Each record that
 * stands for a place in a file carries its {@link io.github.wxpaycodegen.generator.diagnostic.SourceSpan}. The
 * simulator works from this model too.
 */
@NullMarked
package io.github.wxpaycodegen.generator.model;

import org.jspecify.annotations.NullMarked;
