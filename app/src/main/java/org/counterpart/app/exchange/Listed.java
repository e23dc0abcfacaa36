package org.counterpart.app.exchange;

/// An item as a desk finds it in its inbox.
///
/// @param number grows as items come and stays with the item: what pages are cut by
/// @param unread something came for it that no officer who speaks for the desk has opened
public record Listed(Item item, long number, boolean unread) {
    /// Whether it waits; all else is settled.
    public boolean waits() {
        return item.open() || unread;
    }
}
