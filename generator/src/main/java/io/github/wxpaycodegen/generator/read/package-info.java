/**
 * Reading of YAML files to checked specs, with SnakeYAML's nodes and marks: references are resolved, and all errors
 * collected.
 */
@NullMarked
package io.github.wxpaycodegen.generator.read;

import org.jspecify.annotations.NullMarked;
