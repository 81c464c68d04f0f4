package dev.pilothouse.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Suites tagged {@code testbed} run where the test bed runs. Elsewhere they are skipped and say so,
 * but never where {@code PILOTHOUSE_CI} is set: there a bed that could not be had is a failure.
 */
public final class TestbedCondition implements ExecutionCondition {
    private static final String TAG = "testbed";
    private static final String MISSING =
            "No test bed runs here. Start it with testbed/kubernetes/bed start, fill it with"
                    + " testbed/kubernetes/seed, crds-min and seed-crs.";

    private final Map<String, String> environment;
    private final Path bed;

    /** As JUnit makes it. */
    public TestbedCondition() {
        this(
                System.getenv(),
                Path.of(System.getProperty("pilothouse.testbed", "../testbed/kubernetes"), "bed"));
    }

    /**
     * @param bed the script that tells what runs
     */
    TestbedCondition(Map<String, String> environment, Path bed) {
        this.environment = environment;
        this.bed = bed;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getTags().contains(TAG)
                ? decide()
                : ConditionEvaluationResult.enabled("needs no test bed");
    }

    ConditionEvaluationResult decide() {
        if (environment.containsKey("PILOTHOUSE_CI")) {
            return ConditionEvaluationResult.enabled("there must be a test bed here");
        }
        return runs()
                ? ConditionEvaluationResult.enabled("the test bed runs")
                : ConditionEvaluationResult.disabled(MISSING);
    }

    private boolean runs() {
        try {
            Process process =
                    new ProcessBuilder(bed.toString(), "status")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String status =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return status.contains("apiserver running");
        } catch (IOException e) {
            return false;
        }
    }
}
