package dev.pilothouse.model;

/** The controlling owner of an object, as its metadata names it. */
public record OwnerRef(String apiVersion, String kind, String name, String uid) {}
