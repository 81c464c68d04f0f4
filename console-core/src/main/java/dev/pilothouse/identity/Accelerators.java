package dev.pilothouse.identity;

import java.util.List;

/**
 * Which resources are GPUs and their like, and how they are called in a column. Others that have a
 * domain too (network functions, `/dev/kvm`, shares of memory) are no devices that a fleet of
 * agents is planned by.
 */
final class Accelerators {
    /** Domain and the start of the name; of vendors that document their device plugin. */
    private static final List<String> KNOWN =
            List.of(
                    "nvidia.com/",
                    "amd.com/gpu",
                    "gpu.intel.com/",
                    "habana.ai/",
                    "google.com/tpu",
                    "aws.amazon.com/neuron",
                    "huawei.com/Ascend",
                    "huawei.com/npu",
                    "cambricon.com/",
                    "qualcomm.com/qaic",
                    "furiosa.ai/",
                    "rebellions.ai/",
                    "tenstorrent.com/",
                    "mthreads.com/",
                    "hygon.com/dcu",
                    "volcano.sh/vgpu-number");

    /** Shares of a device that are counted in megabytes or per cent. */
    private static final List<String> SHARES =
            List.of(
                    "gpumem",
                    "gpucores",
                    "millicores",
                    "memory.max",
                    "tiles",
                    "_monitoring",
                    "dcumem",
                    "dcucores",
                    "hostdev",
                    "sriov");

    private Accelerators() {}

    static boolean is(String resource) {
        return KNOWN.stream().anyMatch(resource::startsWith)
                && SHARES.stream().noneMatch(resource::contains);
    }

    /**
     * `nvidia.com/gpu` and `gpu.intel.com/xe` are a `gpu`; `nvidia.com/mig-1g.10gb` is its slice.
     */
    static String label(String resource) {
        int slash = resource.indexOf('/');
        String name = resource.substring(slash + 1);
        if (resource.startsWith("gpu.intel.com/")) {
            return "gpu";
        }
        return switch (name) {
            case "gpu.shared" -> "gpu shared";
            case "vgpu-number" -> "vgpu";
            default -> name;
        };
    }

    /** A vendor's device class is named `kind.vendor`; others bear a name that people chose. */
    static String classLabel(String deviceClass) {
        for (String vendor : List.of(".nvidia.com", ".amd.com", ".intel.com", ".google.com")) {
            if (deviceClass.endsWith(vendor)) {
                return deviceClass.substring(0, deviceClass.length() - vendor.length());
            }
        }
        return deviceClass;
    }
}
