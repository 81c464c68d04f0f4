package dev.pilothouse.connectors.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonParser;
import dev.pilothouse.identity.FleetIndex;
import dev.pilothouse.identity.IdentityRules;
import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.CustomRow;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.Replicas;
import dev.pilothouse.store.FleetStores;
import dev.pilothouse.testkit.ManualTime;
import org.junit.jupiter.api.Test;

/** Statuses of agents and model servers as their controllers write them, and claimed devices. */
class CustomMappingTest {
    private static final ClusterId CLUSTER = new ClusterId("c");
    private final CustomMapper mapper =
            new CustomMapper(new TemplateMapper(IdentityRules.defaults()));

    private static Json json(String text) throws Exception {
        try (JsonParser parser = KubeHttp.JSON.createParser(text.replace('\'', '"'))) {
            parser.nextToken();
            return Json.pruned(parser);
        }
    }

    private CustomRow read(Kind kind, String spec, String status) throws Exception {
        return mapper.of(
                CLUSTER,
                kind,
                json(
                        "{'metadata':{'name':'x','namespace':'n'},'spec':{%s},'status':{%s}}"
                                .formatted(spec, status)));
    }

    private String health(Kind kind, String status) throws Exception {
        var health = read(kind, "", status).health();
        return health.word() + (health.why().isEmpty() ? "" : ": " + health.why());
    }

    private static String condition(String type, String status, String reason, String message) {
        return "{'type':'%s','status':'%s','reason':'%s','message':'%s'}"
                .formatted(type, status, reason, message);
    }

    private static String conditions(String... all) {
        return "'conditions':[" + String.join(",", all) + "]";
    }

    @Test
    void readyIsTheSummaryAndTheOthersSayWhy() throws Exception {
        assertEquals(
                "not ready: PredictorReady: no free GPU",
                health(
                        Kind.INFERENCE_SERVICE,
                        conditions(
                                condition("IngressReady", "True", "", ""),
                                condition("PredictorReady", "False", "X", "no free GPU"),
                                condition("Ready", "False", "PredictorNotReady", ""))));
        assertEquals(
                "starting: Progressing",
                health(
                        Kind.LLM_INFERENCE_SERVICE,
                        conditions(condition("Ready", "Unknown", "Progressing", ""))));
        assertEquals(
                "suspended: stopped by annotation",
                health(
                        Kind.INFERENCE_SERVICE,
                        conditions(
                                condition("Stopped", "True", "S", "stopped by annotation"),
                                condition("Ready", "False", "Stopped", ""))));
        assertEquals(
                "not accepted: no such model config",
                health(
                        Kind.KAGENT_AGENT,
                        conditions(
                                condition("Accepted", "False", "E", "no such model config"),
                                condition("Ready", "True", "", ""))));
        assertEquals(
                "expired: SandboxExpired",
                health(
                        Kind.SANDBOX,
                        conditions(condition("Ready", "False", "SandboxExpired", ""))));
        assertEquals(
                "failed: PodFailed",
                health(
                        Kind.SANDBOX,
                        conditions(
                                condition("Ready", "False", "", ""),
                                condition("Finished", "True", "PodFailed", ""))));
    }

    @Test
    void aFailureThatIsOverIsNotShown() throws Exception {
        String failure = "'lastFailureInfo':{'message':'no such file'}";
        assertEquals(
                "ready",
                health(
                        Kind.INFERENCE_SERVICE,
                        "'modelStatus':{'transitionStatus':'UpToDate',%s},%s"
                                .formatted(
                                        failure, conditions(condition("Ready", "True", "", "")))));
        assertEquals(
                "model failed: no such file",
                health(
                        Kind.INFERENCE_SERVICE,
                        "'modelStatus':{'transitionStatus':'BlockedByFailedLoad',%s}"
                                .formatted(failure)));
    }

    @Test
    void rayCountsItsWorkersAndNamesTheApplicationThatFailed() throws Exception {
        assertEquals(
                "not ready: 1/2 workers ready",
                health(
                        Kind.RAY_CLUSTER,
                        "'state':'ready','desiredWorkerReplicas':2,'readyWorkerReplicas':1"));
        assertEquals(
                "failed: quota",
                health(
                        Kind.RAY_CLUSTER,
                        conditions(condition("ReplicaFailure", "True", "Q", "quota"))));
        assertEquals(
                "degraded: ranker DEPLOY_FAILED: import error",
                health(
                        Kind.RAY_SERVICE,
                        "'activeServiceStatus':{'applicationStatuses':{'ranker':{'status':'DEPLOY_FAILED','message':'import"
                            + " error'}}},"
                                + conditions(condition("Ready", "False", "", ""))));
        assertEquals(
                "rolling: pending cluster",
                health(
                        Kind.RAY_SERVICE,
                        conditions(
                                condition("Ready", "True", "", ""),
                                condition("UpgradeInProgress", "True", "U", "pending cluster"))));
    }

    @Test
    void replicasComeFromWhereEachKindKeepsThem() throws Exception {
        assertEquals(
                new Replicas(3, 1, 1, 1, 1),
                read(
                                Kind.LLM_INFERENCE_SERVICE,
                                "'replicas':3",
                                "'workloads':{'primary':{'kind':'Deployment','readyReplicas':1}}")
                        .replicas());
        assertEquals(
                new Replicas(4, 4, 4, 2, 3),
                read(
                                Kind.RAY_SERVICE,
                                "",
                                "'activeServiceStatus':{'rayClusterStatus':{'desiredWorkerReplicas':4,'readyWorkerReplicas':2,'availableWorkerReplicas':3}}")
                        .replicas());
        assertEquals("scaled to 0", health(Kind.KUBEAI_MODEL, "'replicas':{'all':0,'ready':0}"));
    }

    private static String devices(String requests, String status, String pod) throws Exception {
        FleetStores stores = FleetStores.create();
        Sinks sinks = new Sinks(CLUSTER, stores, IdentityRules.defaults(), () -> {});
        try (FleetIndex index =
                new FleetIndex(stores, IdentityRules.defaults(), ManualTime.atNoon(), () -> {})) {
            sinks.of(Kind.POD)
                    .put(
                            json(
                                    "{'metadata':{'name':'p','namespace':'n'},'spec':{'containers':[{'name':'a'"
                                            + pod
                                            + "}],'resourceClaims':[{'name':'g','resourceClaimTemplateName':'t'},{'name':'h','resourceClaimName':'c'}]}}"));
            index.refresh();
            assertEquals(
                    "2 claim", index.pods().values().getFirst().devices().replace("8 gpu, ", ""));
            // The claims come later than the pod, as they are asked for once one is seen.
            String devices = "'devices':{'requests':[" + requests + "]}";
            sinks.of(Kind.RESOURCE_CLAIM_TEMPLATE)
                    .put(
                            json(
                                    "{'metadata':{'name':'t','namespace':'n'},'spec':{'spec':{"
                                            + devices
                                            + "}}}"));
            sinks.of(Kind.RESOURCE_CLAIM)
                    .put(
                            json(
                                    "{'metadata':{'name':'c','namespace':'n'},'spec':{'devices':{'requests':[{'name':'b','exactly':{'deviceClassName':'big-cards','allocationMode':'All'}}]}},'status':{"
                                            + status
                                            + "}}"));
            index.refresh();
            return index.pods().values().getFirst().devices();
        }
    }

    @Test
    void claimsCountAsTheDevicesTheyAskFor() throws Exception {
        assertEquals(
                "all big-cards claimed, 2 gpu claimed",
                devices(
                        "{'name':'g','exactly':{'deviceClassName':'gpu.nvidia.com','count':2}}",
                        "",
                        ""));
        assertEquals(
                "8 gpu, 3 big-cards claimed, 1 mig claimed",
                devices(
                        "{'name':'g','firstAvailable':[{'name':'small','deviceClassName':'mig.nvidia.com'},{'name':'whole','deviceClassName':'gpu.nvidia.com'}]}",
                        "'allocation':{'devices':{'results':[{'request':'b'},{'request':'b'},{'request':'b'}]}}",
                        ",'resources':{'requests':{'nvidia.com/gpu':'8','rdma/hca':'1','nvidia.com/gpumem':'8000'}}"));
    }
}
