/**
 * Everything that the Java of a client depends on, decided once: classes and their names, types and roles of fields, the chain of
 * interfaces. It comes after naming, and the emitters only write it down.
 */
@NullMarked
package io.github.wxpaycodegen.generator.plan;

import org.jspecify.annotations.NullMarked;
