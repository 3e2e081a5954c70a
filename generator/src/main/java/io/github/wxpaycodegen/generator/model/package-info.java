/**
 * The spec model, as immutable records: checked, with resolved references, and independent of Java. Each record that
 * has a place in a file contains its {@link io.github.wxpaycodegen.generator.diagnostic.SourceSpan}. The simulator uses
 * this model too.
 */
@NullMarked
package io.github.wxpaycodegen.generator.model;

import org.jspecify.annotations.NullMarked;
