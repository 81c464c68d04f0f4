package dev.pilothouse.suite;

import org.junit.jupiter.api.Tag;

import java.nio.file.Path;

/** The contract on the real control plane. */
@Tag("testbed")
class RealContractTest extends ContractSuite {
    @Override
    Path kubeconfig() throws Exception {
        return Bed.config("admin");
    }
}
