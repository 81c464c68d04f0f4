@NullMarked
package dev.pilothouse.connectors.kube;

import org.jspecify.annotations.NullMarked;
