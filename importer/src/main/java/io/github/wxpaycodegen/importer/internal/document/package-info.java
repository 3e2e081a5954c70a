/** Operations and fields as a source describes them, in the vocabulary of the spec language. */
@NullMarked
package io.github.wxpaycodegen.importer.internal.document;

import org.jspecify.annotations.NullMarked;
