package io.github.wxpaycodegen.gradle;

import java.util.Locale;
import org.gradle.api.Action;
import org.gradle.api.Plugin;
import org.gradle.api.Project;
import org.gradle.api.Task;
import org.gradle.api.plugins.JavaPluginExtension;
import org.gradle.api.provider.Provider;
import org.gradle.api.specs.Spec;
import org.gradle.api.tasks.SourceSet;
import org.gradle.api.tasks.TaskProvider;

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

    /** Creates the plugin; Gradle calls it. */
    public WxpayPlugin() {}

    @Override
    public void apply(Project project) {
        WxpayExtension extension = project.getExtensions().create(EXTENSION, WxpayExtension.class);
        TaskProvider<GenerateWxpay> main = register(project, GENERATE_TASK, EXTENSION, extension);
        // The index of the operations has a fixed path, so there can be only one.
        withMain(project, sources -> sources.getResources().srcDir(main.flatMap(GenerateWxpay::getResourceDirectory)));
        main.configure(task -> {
            task.setDescription("Generates the WeChat Pay client.");
            Provider<Boolean> configured =
                    project.provider(() -> extension.getBasePackage().isPresent()
                            || extension.getClients().isEmpty());
            task.onlyIf("a client is configured outside of clients", new IsTrue(configured));
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
            each.getBasePackage().set(client.getBasePackage());
            each.getIncludes().set(client.getIncludes());
            each.getExcludes().set(client.getExcludes());
            locate(project, each, client);
            each.getSourceDirectory()
                    .convention(project.getLayout().getBuildDirectory().dir("generated/sources/" + directory));
            each.getResourceDirectory()
                    .convention(project.getLayout().getBuildDirectory().dir("generated/resources/" + directory));
        });
        withMain(project, sources -> sources.getJava().srcDir(task.flatMap(GenerateWxpay::getSourceDirectory)));
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

    private static void locate(Project project, SpecTask task, ClientSpec client) {
        task.getSpecDirectory().set(client.getSpecDirectory());
        task.getProjectDirectory().set(project.getLayout().getProjectDirectory());
        task.getProjectDirectory().disallowChanges();
    }

    private static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** A class of its own, because the configuration cache stores it. */
    private static final class IsTrue implements Spec<Task> {
        private final Provider<Boolean> condition;

        IsTrue(Provider<Boolean> condition) {
            this.condition = condition;
        }

        @Override
        public boolean isSatisfiedBy(Task task) {
            return condition.get();
        }
    }
}
