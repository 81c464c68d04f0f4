package dev.pilothouse.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a pod is kept apart from its node's kernel. */
public enum Isolation {
    SHARED_KERNEL("runc"),
    SANDBOX_KERNEL("gVisor"),
    VM("Kata"),
    MICRO_VM("Firecracker"),
    UNKNOWN("?");

    private final String word;

    Isolation(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** True when untrusted code would share the node's kernel, or we cannot tell. */
    public boolean weak() {
        return this == SHARED_KERNEL || this == UNKNOWN;
    }

    /**
     * Level of a RuntimeClass handler; class names are only a convention. A pod without a class
     * runs on the node's default handler, which is runc unless the node was changed, so null counts
     * as the shared kernel.
     */
    public static Isolation ofHandler(@Nullable String handler) {
        if (handler == null || handler.isEmpty()) {
            return SHARED_KERNEL;
        }
        String name = handler.toLowerCase(Locale.ROOT);
        if (name.startsWith("runsc") || name.contains("gvisor")) {
            return SANDBOX_KERNEL;
        }
        if (name.startsWith("kata-fc") || name.contains("firecracker")) {
            return MICRO_VM;
        }
        if (name.startsWith("kata")
                || name.contains("qemu")
                || name.contains("clh")
                || name.contains("coco")
                || name.equals("remote")) {
            return VM;
        }
        if (name.equals("runc")
                || name.equals("crun")
                || name.equals("youki")
                || name.startsWith("nvidia")) {
            return SHARED_KERNEL;
        }
        return UNKNOWN;
    }
}
