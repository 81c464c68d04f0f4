/**
 * What moves in a simulated cluster: the clock, the controllers, the scheduler and the kubelets.
 */
@NullMarked
package dev.pilothouse.demo.sim;

import org.jspecify.annotations.NullMarked;
