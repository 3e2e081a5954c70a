/** JSON documents as trees of plain values, shared by all readers and writers of JSON. */
@NullMarked
package io.github.wxpaycodegen.runtime.internal.json;

import org.jspecify.annotations.NullMarked;
