/** From YAML files to checked specs: SnakeYAML's nodes with their marks, references resolved, every error collected. */
@NullMarked
package io.github.wxpaycodegen.generator.read;

import org.jspecify.annotations.NullMarked;
