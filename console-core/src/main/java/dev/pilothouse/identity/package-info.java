/**
 * Which pods and workloads are which agent and which version of it: by rules, with the evidence.
 */
@NullMarked
package dev.pilothouse.identity;

import org.jspecify.annotations.NullMarked;
