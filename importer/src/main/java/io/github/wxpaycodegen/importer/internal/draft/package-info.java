/** Writes what a source describes as specs that the generator accepts. */
@NullMarked
package io.github.wxpaycodegen.importer.internal.draft;

import org.jspecify.annotations.NullMarked;
