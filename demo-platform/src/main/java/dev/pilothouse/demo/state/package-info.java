/** The objects of one simulated cluster: kinds, versions, history, watches. */
@NullMarked
package dev.pilothouse.demo.state;

import org.jspecify.annotations.NullMarked;
