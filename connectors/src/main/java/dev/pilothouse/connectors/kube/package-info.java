/** Kubernetes: kubeconfig, streaming list and watch into records, detail on demand. */
@NullMarked
package dev.pilothouse.connectors.kube;

import org.jspecify.annotations.NullMarked;
