# Keeps one PostgreSQL for one node, and never longer than the node lives.
#
# Standard input is a pipe whose other end only the node's process holds. The kernel closes that end when the process
# ends, however it ends; then this script stops the server. It runs in a session of its own and ignores the signals
# of a terminal, so Ctrl-C reaches the node first and the node can end its work on a living database.
#
# Arguments: the postgres program and its options. Prints the number of the server's process.
trap '' HUP INT QUIT TERM
exec 3<&0 0</dev/null

"$@" 3<&- 1>&2 &
server=$!
echo "$server"

# The watcher is a process of its own: it does its work even when the rest of this script is killed.
(
    while read -r _ <&3; do :; done
    patience=300
    while kill -0 "$server" && [ "$patience" -gt 0 ]; do
        # A server that has only just been started does not listen yet: it is told again.
        [ $((patience % 20)) -ne 0 ] || kill -INT "$server"
        sleep 0.1
        patience=$((patience - 1))
    done
    kill -QUIT "$server"
) 2>/dev/null &
watcher=$!

wait "$server"
ended=$?
kill -KILL "$watcher" 2>/dev/null
exit "$ended"
