package io.github.wxpaycodegen.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.github.wxpaycodegen.generator.emit.Emitter;
import io.github.wxpaycodegen.generator.emit.SourceFile;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;

/** Classes that were generated and compiled within a test. */
final class CompiledClient {
    private final Map<String, byte[]> classes;

    private CompiledClient(Map<String, byte[]> classes) {
        this.classes = classes;
    }

    /** Generates from the specs, and compiles the result with further sources. */
    static CompiledClient of(List<SpecFile> specs, JavaFileObject... further) throws IOException {
        assertThat(SpecText.errors(specs.toArray(new SpecFile[0]))).isEqualTo("0 errors\n");
        List<JavaFileObject> sources = new ArrayList<>(List.of(further));
        Emitter.emit(SpecReader.read(specs).specs().orElseThrow(), "com.example.pay").stream()
                .filter(file -> file.kind() == SourceFile.Kind.JAVA)
                .map(file -> JavaFileObjects.forSourceString(
                        file.path().replace(".java", "").replace('/', '.'), file.content()))
                .forEach(sources::add);
        Compilation compilation =
                Compiler.javac().withOptions("-Xlint:all", "-Werror").compile(sources);
        assertThat(compilation.errors()).isEmpty();
        Map<String, byte[]> classes = new HashMap<>();
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                String name =
                        file.getName().replaceFirst("^/?CLASS_OUTPUT/", "").replace(".class", "");
                try (InputStream in = file.openInputStream()) {
                    classes.put(name.replace('/', '.'), in.readAllBytes());
                }
            }
        }
        return new CompiledClient(classes);
    }

    /** These classes, but those of the given names as another compilation has them. */
    CompiledClient withClassesOf(CompiledClient other, String prefix) {
        Map<String, byte[]> mixed = new HashMap<>(classes);
        other.classes.forEach((name, bytes) -> {
            if (name.startsWith(prefix)) {
                mixed.put(name, bytes);
            }
        });
        return new CompiledClient(mixed);
    }

    /** What the static method {@code run()} of a class answers. */
    String run(String className) throws ReflectiveOperationException {
        ClassLoader loader = new ClassLoader(CompiledClient.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = classes.get(name);
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
        return (String) loader.loadClass(className).getMethod("run").invoke(null);
    }
}
