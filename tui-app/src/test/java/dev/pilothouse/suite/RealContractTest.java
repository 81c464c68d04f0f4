package dev.pilothouse.suite;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/** The contract on the real control plane. */
@Tag("testbed")
class RealContractTest extends ContractSuite {
    @Override
    Path kubeconfig() throws Exception {
        return Bed.config("admin");
    }
}
