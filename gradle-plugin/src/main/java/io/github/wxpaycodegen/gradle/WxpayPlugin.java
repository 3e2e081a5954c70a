package io.github.wxpaycodegen.gradle;

import java.util.Locale;
import org.gradle.api.Action;
import org.gradle.api.GradleException;
import org.gradle.api.Plugin;
import org.gradle.api.Project;
import org.gradle.api.plugins.JavaPluginExtension;
import org.gradle.api.tasks.SourceSet;
import org.gradle.api.tasks.TaskProvider;
import org.gradle.api.tasks.compile.JavaCompile;
import org.gradle.util.GradleVersion;

/**
 * The plugin {@code io.github.wxpaycodegen.wxpay}: the block {@code wxpay}, the tasks {@code generateWxpay} and
 * {@code validateWxpay}, and one more task for each further client. In a project with the plugin {@code java}, the
 * generated sources belong to the source set {@code main}, and so does the index of the operations of the client that is
 * not a further one.
 */
public abstract class WxpayPlugin implements Plugin<Project> {
    /** The name of the block in the build script. */
    public static final String EXTENSION = "wxpay";

    /** The name of the task that generates the client. */
    public static final String GENERATE_TASK = "generateWxpay";

    /** The name of the task that validates the project's own specs. */
    public static final String VALIDATE_TASK = "validateWxpay";

    private static final GradleVersion OLDEST = GradleVersion.version("8.5");

    /** Creates the plugin; Gradle calls it. */
    public WxpayPlugin() {}

    @Override
    public void apply(Project project) {
        if (GradleVersion.current().compareTo(OLDEST) < 0) {
            throw new GradleException("the plugin needs " + OLDEST + " or later, but this is " + GradleVersion.current()
                    + ": update the wrapper");
        }
        WxpayExtension extension = project.getExtensions().create(EXTENSION, WxpayExtension.class);
        TaskProvider<GenerateWxpay> main = register(project, GENERATE_TASK, EXTENSION, extension);
        // The index of the operations has a fixed path, so there can be only one.
        withMain(project, sources -> sources.getResources().srcDir(main.flatMap(GenerateWxpay::getResourceDirectory)));
        main.configure(task -> {
            task.setDescription("Generates the WeChat Pay client.");
            task.getOmitted()
                    .set(project.provider(() -> !extension.getBasePackage().isPresent()
                            && !extension.getClients().isEmpty()));
        });
        extension.getClients().all(client -> {
            client.getSpecDirectory().convention(extension.getSpecDirectory());
            String name = client.getName();
            register(project, "generate" + capitalized(name) + "Wxpay", EXTENSION + "-" + name, client)
                    .configure(task -> task.setDescription("Generates the WeChat Pay client " + name + "."));
        });
        project.getTasks().register(VALIDATE_TASK, ValidateWxpay.class, task -> {
            task.setDescription("Validates the project's own specs of WeChat Pay.");
            task.setGroup("verification");
            locate(project, task, extension);
            task.getFailOn().convention("error");
        });
    }

    private static TaskProvider<GenerateWxpay> register(
            Project project, String name, String directory, ClientSpec client) {
        TaskProvider<GenerateWxpay> task = project.getTasks().register(name, GenerateWxpay.class, each -> {
            each.setGroup("build");
            each.getOmitted().convention(false);
            each.getBasePackage().set(client.getBasePackage());
            each.getIncludes().set(client.getIncludes());
            each.getExcludes().set(client.getExcludes());
            locate(project, each, client);
            each.getSourceDirectory()
                    .convention(project.getLayout().getBuildDirectory().dir("generated/sources/" + directory));
            each.getResourceDirectory()
                    .convention(project.getLayout().getBuildDirectory().dir("generated/resources/" + directory));
        });
        withMain(project, sources -> {
            sources.getJava().srcDir(task.flatMap(GenerateWxpay::getSourceDirectory));
            project.getTasks()
                    .named(sources.getCompileJavaTaskName(), JavaCompile.class)
                    .configure(WxpayPlugin::useUtf8);
        });
        return task;
    }

    /** Configures the source set {@code main} as soon as the project has it. */
    private static void withMain(Project project, Action<SourceSet> action) {
        project.getPluginManager()
                .withPlugin(
                        "java",
                        java -> action.execute(project.getExtensions()
                                .getByType(JavaPluginExtension.class)
                                .getSourceSets()
                                .getByName(SourceSet.MAIN_SOURCE_SET_NAME)));
    }

    /** Generated sources have Chinese comments in UTF-8, which a JDK 17 on Windows would read with another charset. */
    private static void useUtf8(JavaCompile compile) {
        if (compile.getOptions().getEncoding() == null) {
            compile.getOptions().setEncoding("UTF-8");
        }
    }

    private static void locate(Project project, SpecTask task, ClientSpec client) {
        task.getSpecDirectory().set(client.getSpecDirectory());
        task.getProjectDirectory().set(project.getLayout().getProjectDirectory());
        task.getProjectDirectory().disallowChanges();
    }

    private static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
