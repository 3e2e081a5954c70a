/** Compares a source with the specs and with the last import, and applies what was accepted. */
@NullMarked
package io.github.wxpaycodegen.importer.internal.merge;

import org.jspecify.annotations.NullMarked;
