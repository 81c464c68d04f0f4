package dev.pilothouse.bench.scenario;

import java.nio.file.Path;

/**
 * What a program is started on.
 *
 * @param kubeconfig for the program
 * @param pods how many it must show
 * @param farPod one that is not on the first page
 */
record Cluster(Path kubeconfig, int pods, String farPod) {}
