/** A simulated platform on loopback that speaks the real wire protocols. */
@NullMarked
package dev.pilothouse.demo;

import org.jspecify.annotations.NullMarked;
