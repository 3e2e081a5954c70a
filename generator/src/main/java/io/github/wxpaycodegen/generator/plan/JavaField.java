package io.github.wxpaycodegen.generator.plan;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.github.wxpaycodegen.generator.model.ConstantValue;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldEncryption;
import io.github.wxpaycodegen.generator.name.JavaNames;
import java.util.List;
import java.util.Optional;

/**
 * A field of a message.
 *
 * @param place where it goes; BODY for whatever is not the field of a request itself
 * @param kind what its value is, or each element of it
 * @param name the Java name of the accessor and of the setter
 * @param element the class by which callers know the value, or each element of it
 * @param preset the value that a new builder has already
 * @param settable whether callers may give a value
 * @param asked whether a request cannot be built unless the caller gives the value
 */
public record JavaField(
        Field spec,
        Place place,
        Kind kind,
        String name,
        ClassName element,
        Optional<ConstantValue> preset,
        boolean settable,
        boolean asked) {
    /** Where a field of a request goes. */
    public enum Place {
        QUERY,
        HEADER,
        BODY
    }

    /** Kind of a value. */
    public enum Kind {
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN,
        DATE_TIME,
        FILE,
        OBJECT,
        STRING_ENUM,
        INTEGER_ENUM
    }

    /** Returns the name on the wire. */
    public String wireName() {
        return spec.name();
    }

    /** Returns whether it has several values, spread over numbered names or not. */
    public boolean isList() {
        return spec.list() || spec.indexed();
    }

    /** Returns whether the message holds other messages here. */
    public boolean isObject() {
        return kind == Kind.OBJECT;
    }

    /** Returns whether callers see constants where the message holds wire values. */
    public boolean isEnum() {
        return kind == Kind.STRING_ENUM || kind == Kind.INTEGER_ENUM;
    }

    /**
     * Returns true if the message itself encrypts and decrypts the field. The runtime decrypts the encrypted parts of
     * notifications.
     */
    public boolean isEncrypted() {
        return spec.wire()
                .encrypted()
                .filter(FieldEncryption.RSA_PUBKEY::equals)
                .isPresent();
    }

    /** Returns whether its value is shown to nobody, not even in an error message. */
    public boolean isMasked() {
        return spec.wire().sensitive()
                || spec.wire().encrypted().isPresent()
                || spec.wire().signed().isPresent();
    }

    /** Returns the type by which callers know the value. */
    public TypeName type() {
        return listOf(element);
    }

    /** Returns the type in which a message holds the value: of an enum that of the wire. */
    public TypeName storedType() {
        return listOf(
                switch (kind) {
                    case STRING_ENUM -> ClassName.get(String.class);
                    case INTEGER_ENUM -> ClassName.get(Long.class);
                    default -> element;
                });
    }

    /** Returns what a setter takes: a primitive where there is one, so that {@code totalFee(100)} compiles. */
    public TypeName parameterType() {
        return isPrimitive() ? element.unbox() : type();
    }

    /** Returns whether a setter takes a primitive. */
    public boolean isPrimitive() {
        return !isList() && (kind == Kind.INTEGER || kind == Kind.BOOLEAN);
    }

    /** Returns the name of the accessor and the setter of the wire value of an enum. */
    public String wireValueName() {
        return JavaNames.wireValue(name, isList());
    }

    /** Returns the name of the method that adds an element to a list. */
    public String adderName() {
        return JavaNames.adder(spec);
    }

    private TypeName listOf(TypeName each) {
        return isList() ? ParameterizedTypeName.get(ClassName.get(List.class), each) : each;
    }
}
