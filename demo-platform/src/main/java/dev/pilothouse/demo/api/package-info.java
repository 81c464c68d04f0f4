/** The Kubernetes API on loopback, as kubectl and k9s expect it. */
@NullMarked
package dev.pilothouse.demo.api;

import org.jspecify.annotations.NullMarked;
