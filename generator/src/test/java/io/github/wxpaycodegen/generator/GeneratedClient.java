package io.github.wxpaycodegen.generator;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.github.wxpaycodegen.generator.emit.Emitter;
import io.github.wxpaycodegen.generator.emit.SourceFile;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.plan.ClientPlanner;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;

/** A client generated into {@code com.example.pay}, and sources that call it, compiled and run in memory. */
final class GeneratedClient {
    private static final Path CALLERS = Path.of("src/test/resources/callers");

    private final List<JavaFileObject> sources;

    private GeneratedClient(List<JavaFileObject> sources) {
        this.sources = sources;
    }

    /** Returns the files of a client of these specs, in the package of all test clients. */
    static List<SourceFile> emit(Specs specs) {
        return Emitter.emit(ClientPlanner.plan(specs, specs, "com.example.pay"));
    }

    static GeneratedClient of(List<SpecFile> specs) {
        assertThat(SpecText.errors(specs.toArray(new SpecFile[0]))).isEqualTo("0 errors\n");
        return new GeneratedClient(emit(SpecReader.read(specs).specs().orElseThrow()).stream()
                .filter(file -> file.kind() == SourceFile.Kind.JAVA)
                .map(file -> source(file.path(), file.content()))
                .toList());
    }

    /** Compiles the client alone. */
    Compilation compile() {
        return Compiler.javac().compile(sources);
    }

    /** All classes, by name: those of the client, and the caller's, whose package is {@code caller}. */
    Map<String, byte[]> compileWith(String caller) throws IOException {
        return compileWith(caller, Compiler.javac());
    }

    /** The same as another compiler compiles it, one with options say; a warning fails where the options say so. */
    Map<String, byte[]> compileWith(String caller, Compiler compiler) throws IOException {
        List<JavaFileObject> all = new ArrayList<>(sources);
        all.add(source("caller/" + caller, Files.readString(CALLERS.resolve(caller + ".txt"))));
        Compilation compilation = compiler.compile(all);
        assertThat(compilation).succeeded();
        Map<String, byte[]> classes = new HashMap<>();
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                try (InputStream in = file.openInputStream()) {
                    String name = file.getName().replaceFirst("^/CLASS_OUTPUT/", "");
                    classes.put(name.replaceFirst("\\.class$", "").replace('/', '.'), in.readAllBytes());
                }
            }
        }
        return classes;
    }

    /** What the caller's {@code static Map<String, String> run()} returns, a line {@code key: value} each. */
    static String run(Map<String, byte[]> classes, String caller) throws ReflectiveOperationException {
        return run(classes, caller, GeneratedClient.class.getClassLoader());
    }

    /** The same where the classes see no other libraries than those of a class loader. */
    static String run(Map<String, byte[]> classes, String caller, ClassLoader libraries)
            throws ReflectiveOperationException {
        Object result = new InMemory(classes, libraries)
                .loadClass("caller." + caller.replace(".java", ""))
                .getMethod("run")
                .invoke(null);
        return ((Map<?, ?>) result)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue() + "\n")
                        .collect(Collectors.joining());
    }

    /** Loads these classes. */
    static ClassLoader loader(Map<String, byte[]> classes) {
        return new InMemory(classes, GeneratedClient.class.getClassLoader());
    }

    private static JavaFileObject source(String path, String text) {
        return JavaFileObjects.forSourceString(path.replace(".java", "").replace('/', '.'), text);
    }

    private static final class InMemory extends ClassLoader {
        private final Map<String, byte[]> classes;

        InMemory(Map<String, byte[]> classes, ClassLoader libraries) {
            super("generated", libraries);
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] code = classes.get(name);
            if (code == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, code, 0, code.length);
        }
    }
}
