package dev.pilothouse.suite;

import dev.pilothouse.demo.DemoOptions;
import dev.pilothouse.demo.DemoPlatform;
import dev.pilothouse.time.Time;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The contract on the simulated platform. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoContractTest extends ContractSuite {
    private static final Path BED = Path.of("../testbed/kubernetes");

    private DemoPlatform platform;

    @BeforeAll
    void serve() throws Exception {
        DemoOptions options =
                DemoOptions.defaults()
                        .ofManifests(
                                List.of(BED.resolve("manifests"), BED.resolve("manifests-crs")));
        platform = DemoPlatform.start(options, Time.system());
        // The two changes that testbed/kubernetes/seed makes.
        patch("{\"name\":\"agent\",\"env\":[{\"name\":\"PROMPT_VERSION\",\"value\":\"p-2.3.1\"}]}");
        patch("{\"name\":\"agent\",\"image\":\"registry.local/agents/refund:2.3.1\"}");
    }

    private void patch(String container) throws Exception {
        URI deployment =
                URI.create(
                        platform.endpoints().getFirst()
                                + "/apis/apps/v1/namespaces/refund/deployments/refund-planner");
        String body = "{\"spec\":{\"template\":{\"spec\":{\"containers\":[" + container + "]}}}}";
        HttpRequest request =
                HttpRequest.newBuilder(deployment)
                        .header("Content-Type", "application/strategic-merge-patch+json")
                        .method("PATCH", HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            Assertions.assertEquals(200, answer.statusCode(), answer.body());
        }
    }

    @Override
    Path kubeconfig() {
        return platform.kubeconfig();
    }

    @AfterAll
    void stop() {
        platform.close();
    }
}
