package io.github.wxpaycodegen.gradle;

import org.gradle.api.Named;

/** A further client of a project. Its name is part of the names of its task and its directories. */
public interface NamedClient extends ClientSpec, Named {}
