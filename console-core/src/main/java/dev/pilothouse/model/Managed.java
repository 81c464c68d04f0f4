package dev.pilothouse.model;

/**
 * Who owns an object's desired state and would revert a change made by hand.
 *
 * @param name the application, release or custom resource, such as `agents/refund`
 * @param evidence the label, annotation or owner reference that says so
 */
public record Managed(Manager manager, String name, String evidence) {
    public static final Managed NOBODY = new Managed(Manager.NOBODY, "", "");

    /** The tools that reconcile objects. */
    public enum Manager {
        NOBODY(""),
        ARGO_CD("Argo CD"),
        FLUX("Flux"),
        HELM("Helm"),
        OPERATOR("operator");

        private final String word;

        Manager(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
