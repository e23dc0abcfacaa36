package org.counterpart.dossier;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the entries of one dossier have seen of the authors with two histories, of which a [Clock] cannot tell.
///
/// The problem: every entry is asked about, against every act that brings its author in or puts it out, and a member with
/// two histories makes hundreds of each. A walk down the parents for each question took a minute for a few hundred
/// entries; to remember for every entry what it has seen takes no time, but memory and one reading of all that went
/// before, also where somebody's backup was restored once and one short walk would do.
///
/// So the first questions are walked for, and no further than to what they ask about. Once the walks have cost as much as
/// reading everything once, everything is read, causes first: each entry by a doubtful author gets a number, and of each
/// entry is kept which numbers it has seen. From then on an answer is a look at one bit. Altogether it costs at most about
/// twice what the better of the two ways would.
///
/// The history may grow meanwhile. What an entry has seen never changes, since its identity covers its parents; only an
/// author can become doubtful that was not. Questions about it are walked for again, and after as many of them as before,
/// everything is read anew.
///
/// An author that goes on writing in two histories can make what is remembered grow with the square of its entries. Beyond
/// a bound all of it is let go, and every question about this dossier is walked for: slow, but a node that runs out of
/// memory would serve no dossier at all.
final class Pasts {
    /// 32 MB; an honest dossier of a hundred thousand entries takes a few words each.
    private static final long MOST_WORDS = 1L << 22;

    private final History history;
    private final DossierId dossier;
    private final long most;

    /// The entries on all walks, and the size of the largest dossier that was ever seen from one of them.
    private long walked;

    private long heaviest;

    private boolean read;
    private long words;
    private boolean tooMany;

    /// Whether these authors had two histories when their entries were read.
    private final Map<NodeId, Boolean> doubtful = new HashMap<>();

    private final Map<EntryId, Integer> numbers = new HashMap<>();
    private final Map<EntryId, Past> pasts = new HashMap<>();

    Pasts(History history, DossierId dossier) {
        this(history, dossier, MOST_WORDS);
    }

    Pasts(History history, DossierId dossier, long most) {
        this.history = history;
        this.dossier = dossier;
        this.most = most;
    }

    /// Whether questions are looked up and not walked for.
    boolean remembers() {
        return read && !tooMany;
    }

    /// What some entries together are or have seen, as far as it was asked for.
    interface Seen {
        void add(Placed entry);

        boolean includes(Placed asked);
    }

    /// Begins with nothing; to be used while nothing is placed.
    ///
    /// @param asked entries by authors with two histories: about no others may be asked
    Seen seen(Collection<Placed> asked) {
        if (remembers() && asked.stream().allMatch(act -> isDoubtful(act.author()))) {
            return new Remembered(asked);
        }
        if (tooMany || walked <= heaviest) {
            return new Walk(asked);
        }
        doubtful.clear();
        numbers.clear();
        pasts.clear();
        walked = 0;
        words = 0;
        read = true;
        return new Remembered(asked);
    }

    private boolean isDoubtful(NodeId author) {
        return doubtful.computeIfAbsent(author, a -> history.hasTwoHistories(dossier, a));
    }

    /// Goes as far down as the first number of each author that is asked for, and nowhere twice.
    private final class Walk implements Seen {
        private final SortedMap<NodeId, Long> first = new TreeMap<>();
        private final Set<EntryId> past = new HashSet<>();

        Walk(Collection<Placed> asked) {
            asked.forEach(act -> first.merge(act.author(), act.sequence(), Math::min));
        }

        @Override
        public void add(Placed entry) {
            heaviest = Math.max(heaviest, entry.clock().weight());
            var open = new ArrayDeque<Placed>();
            if (past.add(entry.id())) {
                open.add(entry);
            }
            while (!open.isEmpty()) {
                for (EntryId parent : open.remove().envelope().parents()) {
                    if (past.add(parent)) {
                        walked++;
                        history.find(parent).filter(this::reaches).ifPresent(open::add);
                    }
                }
            }
        }

        private boolean reaches(Placed entry) {
            return first.entrySet().stream()
                    .anyMatch(asked -> entry.clock().of(asked.getKey()) >= asked.getValue());
        }

        @Override
        public boolean includes(Placed asked) {
            return past.contains(asked.id());
        }
    }

    private final class Remembered implements Seen {
        private final List<Placed> added = new ArrayList<>();
        private final Walk instead;
        private int onWalk;
        private Past joined = Past.NOTHING;

        Remembered(Collection<Placed> asked) {
            instead = new Walk(asked);
        }

        @Override
        public void add(Placed entry) {
            added.add(entry);
            if (!tooMany) {
                joined = joined.join(past(entry));
            }
        }

        @Override
        public boolean includes(Placed asked) {
            if (tooMany) {
                added.subList(onWalk, added.size()).forEach(instead::add);
                onWalk = added.size();
                return instead.includes(asked);
            }
            Integer number = numbers.get(asked.id());
            return number != null && joined.has(number);
        }
    }

    /// Looks at each entry once, its parents first; a dossier is too deep for a recursion.
    private Past past(Placed last) {
        Past known = pasts.get(last.id());
        if (known != null) {
            return known;
        }
        var open = new ArrayList<Reading>();
        Past past = Past.NOTHING;
        open.add(new Reading(last));
        while (!open.isEmpty()) {
            Reading reading = open.getLast();
            if (reading.parents.hasNext()) {
                EntryId parent = reading.parents.next();
                Past before = pasts.get(parent);
                if (before == null) {
                    history.find(parent).map(Reading::new).ifPresent(open::add);
                } else {
                    reading.see(before);
                }
            } else {
                past = reading.past();
                pasts.put(reading.id, past);
                words += past.size();
                if (words > most) {
                    letGo();
                    return Past.NOTHING;
                }
                open.removeLast();
                if (!open.isEmpty()) {
                    open.getLast().see(past);
                }
            }
        }
        return past;
    }

    private void letGo() {
        tooMany = true;
        numbers.clear();
        pasts.clear();
    }

    /// An entry whose parents are being looked at. It keeps of the entry what it needs: there may be as many of them as
    /// entries in the dossier.
    private final class Reading {
        private final EntryId id;
        private final boolean numbered;
        private final Iterator<EntryId> parents;
        private Past seen = Past.NOTHING;

        Reading(Placed entry) {
            id = entry.id();
            numbered = isDoubtful(entry.author());
            parents =
                    entry.clock().seen().keySet().stream().anyMatch(Pasts.this::isDoubtful)
                            ? entry.envelope().parents().iterator()
                            : Collections.emptyIterator();
        }

        void see(Past more) {
            seen = seen.join(more);
        }

        Past past() {
            return numbered ? seen.with(numbers.computeIfAbsent(id, _ -> numbers.size())) : seen;
        }
    }
}
