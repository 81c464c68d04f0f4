package dev.pilothouse.connectors.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import dev.pilothouse.identity.IdentityRules;
import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.Managed;
import dev.pilothouse.model.PodRow;
import dev.pilothouse.model.Resources;
import dev.pilothouse.model.WorkloadRow;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MappingTest {
    private static final ClusterId CLUSTER = new ClusterId("c");
    private final TemplateMapper templates = new TemplateMapper(IdentityRules.defaults());

    private static Json json(String text) throws Exception {
        try (JsonParser parser = KubeHttp.JSON.createParser(text.replace('\'', '"'))) {
            parser.nextToken();
            return Json.pruned(parser);
        }
    }

    private static final String POD =
            """
            {'kind':'Pod','metadata':{'name':'p-%s','namespace':'refund','uid':'u%s','creationTimestamp':'2026-11-24T10:00:00Z',
             'labels':{'app':'p','pod-template-hash':'%s'},
             'ownerReferences':[{'apiVersion':'apps/v1','kind':'ReplicaSet','name':'p','uid':'r','controller':true}],
             'managedFields':[{'manager':'x','fieldsV1':{'f:a':{}}}]},
             'spec':{'nodeName':'n1','runtimeClassName':'gvisor','hostNetwork':true,
              'initContainers':[{'name':'init','image':'i'}],
              'containers':[{'name':'agent','image':'reg/p:1','resources':{'requests':{'cpu':'250m','memory':'1Gi','nvidia.com/mig-1g.10gb':'2'},'limits':{'memory':'512Mi'}},
               'env':[{'name':'MODEL','value':'opus'},{'name':'API_TOKEN','value':'sesame'},{'name':'DB_PASSWORD','value':'sesame'},{'name':'OTHER','value':'sesame'}],
               'envFrom':[{'configMapRef':{'name':'prompts'}}]}]},
             'status':{'phase':'Running','conditions':[{'type':'Ready','status':'False','lastTransitionTime':'2026-11-24T11:00:00Z'}],
              'containerStatuses':[{'name':'agent','ready':false,'restartCount':3,'state':{'waiting':{'reason':'CrashLoopBackOff'}},
               'lastState':{'terminated':{'exitCode':137,'reason':'OOMKilled','finishedAt':'2026-11-24T11:00:00Z'}}}]}}
            """;

    @Test
    void aPodKeepsWhatARowNeedsAndNothingSecret() throws Exception {
        PodRow pod = new PodMapper(templates).of(CLUSTER, json(POD.formatted("1", "1", "h1")));
        assertEquals("p-1", pod.key().name());
        assertEquals("crash loop", pod.health().word());
        assertEquals("OOM 512Mi, exit 137, 3rd", pod.health().why());
        assertEquals(
                Map.of("nvidia.com/mig-1g.10gb", 2L),
                pod.template().containers().getFirst().requests().devices());
        assertEquals(250, pod.template().containers().getFirst().requests().cpuMillis());
        assertEquals(512L << 20, pod.template().containers().getFirst().limits().memoryBytes());
        assertEquals(Map.of("MODEL", "opus"), pod.template().containers().getFirst().env());
        assertEquals("configmap/prompts", pod.template().configRefs().getFirst());
        assertEquals("hostNetwork", pod.template().weakeners().getFirst());
        assertFalse(pod.toString().contains("sesame"));
    }

    @Test
    void thePodsOfARevisionShareOneTemplate() throws Exception {
        PodMapper mapper = new PodMapper(templates);
        PodRow one = mapper.of(CLUSTER, json(POD.formatted("1", "1", "h1")));
        PodRow two = mapper.of(CLUSTER, json(POD.formatted("2", "2", "h1")));
        assertSame(one.template(), two.template());
    }

    @Test
    void whoWouldRevertAChange() throws Exception {
        String deployment =
                "{'metadata':{'name':'d','namespace':'n','generation':2,%s},'spec':{'replicas':3,'template':{}},'status':{'observedGeneration':2,'replicas':3,'updatedReplicas':3,'readyReplicas':2}}";
        WorkloadMapper mapper = new WorkloadMapper(templates);
        WorkloadRow argo =
                mapper.of(
                        CLUSTER,
                        Kind.DEPLOYMENT,
                        json(
                                deployment.formatted(
                                        "'annotations':{'argocd.argoproj.io/tracking-id':'app:apps/Deployment:n/d','deployment.kubernetes.io/revision':'7'}")));
        assertEquals(
                new Managed(
                        Managed.Manager.ARGO_CD,
                        "app",
                        "annotation argocd.argoproj.io/tracking-id"),
                argo.managed());
        assertEquals("7", argo.revision());
        assertEquals("2/3 ready", argo.health().why());
        assertEquals(
                Managed.Manager.FLUX,
                mapper.of(
                                CLUSTER,
                                Kind.DEPLOYMENT,
                                json(
                                        deployment.formatted(
                                                "'labels':{'kustomize.toolkit.fluxcd.io/name':'k'}")))
                        .managed()
                        .manager());
        assertEquals(
                Managed.Manager.HELM,
                mapper.of(
                                CLUSTER,
                                Kind.DEPLOYMENT,
                                json(
                                        deployment.formatted(
                                                "'annotations':{'meta.helm.sh/release-name':'r'}")))
                        .managed()
                        .manager());
        assertEquals(
                Managed.NOBODY,
                mapper.of(CLUSTER, Kind.DEPLOYMENT, json(deployment.formatted("'labels':{}")))
                        .managed());
    }

    @Test
    void quantitiesAsKubernetesWritesThem() {
        assertEquals(0.25, Quantities.parse("250m"));
        assertEquals(1.5e9, Quantities.parse("1.5G"));
        assertEquals(1 << 30, Quantities.parse("1Gi"));
        assertEquals(1e-9, Quantities.parse("1n"), 1e-15);
        assertEquals(0, Quantities.parse("rubbish"));
        assertEquals(Resources.NONE, Quantities.resources(Map.of()));
    }

    @Test
    void secretsAreMaskedWhereverTheyStand() throws Exception {
        Object secret =
                Redaction.of(
                        json("{'kind':'Secret','metadata':{'name':'s'},'data':{'a':'c2VzYW1l'},'stringData':{'b':'sesame'}}")
                                .fields());
        assertFalse(secret.toString().contains("esame"), secret.toString());
        assertFalse(secret.toString().contains("c2Vz"), secret.toString());
        Object pod =
                Redaction.of(
                        json("{'kind':'Pod','spec':{'containers':[{'env':[{'name':'GATEWAY_TOKEN','value':'sesame'},{'name':'MODEL','value':'opus'}]}]}}")
                                .fields());
        assertTrue(pod.toString().contains("opus"));
        assertTrue(pod.toString().contains("GATEWAY_TOKEN"));
        assertFalse(pod.toString().contains("sesame"), pod.toString());
    }

    @Test
    void customResourcesReadTheirOwnStatus() throws Exception {
        CustomMapper mapper = new CustomMapper(templates);
        var rollout =
                mapper.of(
                        CLUSTER,
                        Kind.ROLLOUT,
                        json(
                                "{'metadata':{'name':'r','namespace':'n'},'spec':{'replicas':4,'strategy':{'canary':{'steps':[{},{},{},{}]}}},'status':{'phase':'Paused','message':'CanaryPauseStep','currentStepIndex':1}}"));
        assertEquals("paused", rollout.health().word());
        assertEquals("step 1/4", rollout.detail());
        var sandbox =
                mapper.of(
                        CLUSTER,
                        Kind.SANDBOX,
                        json(
                                "{'metadata':{'name':'s','namespace':'n'},'spec':{'operatingMode':'Suspended'},'status':{'conditions':[{'type':'Ready','status':'False','reason':'SandboxSuspended'}]}}"));
        assertEquals("suspended", sandbox.health().word());
        var model =
                mapper.of(
                        CLUSTER,
                        Kind.KUBEAI_MODEL,
                        json(
                                "{'metadata':{'name':'m','namespace':'n'},'spec':{'url':'hf://x/y'},'status':{'replicas':{'all':2,'ready':1}}}"));
        assertEquals("loading", model.health().word());
        assertEquals("hf://x/y", model.model());
    }
}
