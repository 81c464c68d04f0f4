package dev.pilothouse.present;

/**
 * A column as a painter sees it.
 *
 * @param id stable name, used by filters, sort and scripts: `restarts`
 * @param title as shown: `RESTARTS`
 * @param priority columns of high number are dropped first when a terminal is narrow; 0 is never
 *     dropped
 * @param wideOnly shown only in wide mode
 */
public record ColumnHead(
        String id, String title, Layout layout, int priority, boolean wideOnly, String help) {

    /**
     * Room and alignment.
     *
     * @param width cells that the column wants, without the gap; fixed by kind so that columns sit
     *     still
     * @param grow share of the room that is left over, 0 for none
     * @param right true for numbers and ages
     * @param cutMiddle true for names, which differ at both ends
     */
    public record Layout(int width, int grow, boolean right, boolean cutMiddle) {}
}
