/**
 * Reads YAML files into checked specs, with the nodes and marks of SnakeYAML: resolves references, and collects all
 * errors.
 */
@NullMarked
package io.github.wxpaycodegen.generator.read;

import org.jspecify.annotations.NullMarked;
