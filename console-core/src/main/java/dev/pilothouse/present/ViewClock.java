package dev.pilothouse.present;

import java.time.Instant;

/** When a view has to be looked at although no data came and no key was pressed. */
final class ViewClock {
    private ViewClock() {}

    /** When its frame looks different: the clock in the header, a message that goes, an age. */
    static Instant due(ViewSession view, Instant now) {
        Instant due = TableClock.nextMinute(now);
        ScreenSession top = view.top();
        for (int i = 0; i < top.panes.size(); i++) {
            due = TableClock.earlier(due, top.panes.get(i).due(top.states.get(i), now));
        }
        Instant message = view.message.until();
        return message.isAfter(now) ? TableClock.earlier(due, message) : due;
    }

    /** When to look for changes that nobody announces: rows that are let go, lines made anew. */
    static Instant look(ViewSession view, Instant now) {
        Instant look = view.hold(now) ? view.lastKey.plus(ViewSession.HOLD) : Instant.MAX;
        for (PaneModel pane : view.top().panes) {
            look = TableClock.earlier(look, pane.look(now));
        }
        return look;
    }
}
