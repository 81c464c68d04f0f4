package dev.pilothouse.model;

/**
 * A node with what runs on it.
 *
 * @param pods pods bound to it that have not ended
 * @param requested sums of their requests
 * @param devices `6/8 gpu`: requested of allocatable, per resource name; empty for none
 */
public record NodeView(NodeRow node, int pods, Resources requested, String devices) {}
