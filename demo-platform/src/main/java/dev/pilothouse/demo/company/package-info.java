/** What a simulated cluster is filled with: a believable company, scenarios, or manifests. */
@NullMarked
package dev.pilothouse.demo.company;

import org.jspecify.annotations.NullMarked;
