/**
 * Decides everything that the Java of a client depends on: classes and their names, types and roles of fields, the
 * chain of interfaces. Planning follows naming; the emitters only write the plan down.
 */
@NullMarked
package io.github.wxpaycodegen.generator.plan;

import org.jspecify.annotations.NullMarked;
