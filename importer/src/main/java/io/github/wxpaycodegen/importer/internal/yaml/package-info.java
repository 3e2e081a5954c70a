/** YAML with positions: reading nodes, writing values, and editing files without touching the rest of them. */
@NullMarked
package io.github.wxpaycodegen.importer.internal.yaml;

import org.jspecify.annotations.NullMarked;
