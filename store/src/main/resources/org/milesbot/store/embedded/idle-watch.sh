# Stops the server when no milesbot has used it for the number of seconds in the file idle-seconds.
# usage: sh idle-watch.sh FOLDER PID_OF_THE_SERVER SECONDS_BETWEEN_LOOKS
trap '' HUP INT QUIT
cd "$1" || exit 1
server=$2
step=$3
idle=0
seen=

alive() {
    kill -0 "$1" 2>/dev/null || [ -d "/proc/$1" ]
}

in_use() {
    for client in clients/*; do
        [ -e "$client" ] || continue
        process=${client##*/}
        alive "${process%%-*}" && return 0
        rm -f "$client"
    done
    used=$(cat last-used 2>/dev/null)
    [ "$used" = "$seen" ] && return 1
    seen=$used
    return 0
}

echo "$$ $server" > watcher
while alive "$server" && [ "$(head -n 1 data/postmaster.pid 2>/dev/null)" = "$server" ]; do
    limit=$(cat idle-seconds 2>/dev/null) || exit 0
    [ "$limit" -gt 0 ] || exit 0
    if in_use; then
        idle=0
    elif [ "$idle" -lt "$limit" ]; then
        idle=$((idle + step))
    else
        # Whoever comes now sees this file, or is seen by the second look.
        : > stopping
        if in_use; then
            idle=0
            rm -f stopping
        else
            kill -INT "$server"
            waited=0
            while alive "$server" && [ -e data/postmaster.pid ] && [ "$waited" -lt 60 ]; do
                sleep 1
                waited=$((waited + 1))
            done
            rm -f stopping
            exit 0
        fi
    fi
    sleep "$step"
done
