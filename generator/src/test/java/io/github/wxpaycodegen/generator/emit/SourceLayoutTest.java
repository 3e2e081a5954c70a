package io.github.wxpaycodegen.generator.emit;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.function.BiFunction;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

class SourceLayoutTest {
    private static final String LONG = "AnEndpointWithAMessageWhoseNameIsAsLongAsThatOfOthers";

    @Test
    void putsShortJavadocOnOneLine() {
        String source = print(TypeSpec.classBuilder("A").addJavadoc("Some text.\n"));

        assertThat(source).contains("/**\n * Some text.\n */\n");
        assertThat(SourceLayout.of(source)).contains("\n/** Some text. */\nclass A");
    }

    @Test
    void keepsJavadocThatIsLongOrHasSeveralLines() {
        String source = print(TypeSpec.classBuilder("A")
                .addJavadoc("$L\n", "x".repeat(114))
                .addMethod(
                        MethodSpec.methodBuilder("a").addJavadoc("One.\nTwo.\n").build()));

        assertThat(SourceLayout.of(source)).isEqualTo(source);
    }

    @Test
    void joinsPrivateFields() {
        String source = print(TypeSpec.classBuilder("A")
                .addField(String.class, "a", Modifier.PRIVATE)
                .addField(String.class, "b", Modifier.PRIVATE)
                .addField(String.class, "c"));

        assertThat(SourceLayout.of(source)).contains("    private String a;\n    private String b;\n\n    String c;\n");
    }

    @Test
    void breaksLongDeclarations() {
        ClassName name = ClassName.get("a", LONG);
        String source = print(TypeSpec.interfaceBuilder("A")
                .addSuperinterface(ParameterizedTypeName.get(ClassName.get(BiFunction.class), name, name, name))
                .addMethod(MethodSpec.methodBuilder("run")
                        .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                        .returns(ParameterizedTypeName.get(ClassName.get(BiFunction.class), name, name, name))
                        .addStatement("return null")
                        .build()));

        assertThat(SourceLayout.of(source))
                .contains("interface A extends BiFunction<" + LONG + ",\n        " + LONG + ", " + LONG + "> {")
                .contains("    default BiFunction<" + LONG + ",\n            " + LONG + ",\n            " + LONG
                        + "> run() {\n");
    }

    @Test
    void keepsLinesWithText() {
        String source = print(TypeSpec.classBuilder("A")
                .addField(FieldSpec.builder(String.class, "A")
                        .initializer("$S", "a, b extends c, ".repeat(20))
                        .build()));

        assertThat(SourceLayout.of(source)).isEqualTo(source);
    }

    @Test
    void layingOutTwiceChangesNothing() {
        ClassName name = ClassName.get("a", LONG);
        String once = SourceLayout.of(print(TypeSpec.interfaceBuilder("A")
                .addJavadoc("Some text.\n")
                .addSuperinterface(ParameterizedTypeName.get(ClassName.get(BiFunction.class), name, name, name))));

        assertThat(SourceLayout.of(once)).isEqualTo(once);
    }

    private static String print(TypeSpec.Builder type) {
        return JavaFile.builder("a", type.build())
                .skipJavaLangImports(true)
                .indent("    ")
                .build()
                .toString();
    }
}
