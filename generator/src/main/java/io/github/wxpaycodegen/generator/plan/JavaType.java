package io.github.wxpaycodegen.generator.plan;

import com.palantir.javapoet.ClassName;

/** A class for a type of the specs. */
public sealed interface JavaType permits JavaMessage, JavaEnum {
    /** Returns the class. */
    ClassName name();

    /** Returns the spec file that declares it. */
    String origin();

    /** Returns its description. */
    Heading heading();
}
