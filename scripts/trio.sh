#!/usr/bin/env bash
# Three PostgreSQL servers of which Patroni always makes one the leader, three etcd that agree on which, and haproxy in
# front: writes at PORT, reads from followers at PORT+1. All on loopback, all below one folder. From Debian's packages:
#   apt-get install patroni etcd-server haproxy postgresql
# To try it, and as an example of the settings that matter; real members stand on three machines (docs/operations/scale.md).
set -euo pipefail

usage() {
  echo "Usage: scripts/trio.sh up FOLDER [PORT] | leader FOLDER | kill-leader FOLDER | start FOLDER MEMBER | down FOLDER" >&2
  exit 2
}

[ $# -ge 2 ] || usage
what=$1
folder=$(realpath -m "$2")
members='satu dua tiga'

for program in patroni etcd haproxy; do
  command -v "$program" > /dev/null || { echo "not installed: $program" >&2; exit 3; }
done
binaries=$(ls -d /usr/lib/postgresql/*/bin 2> /dev/null | sort -V | tail -1)
[ -n "$binaries" ] || { echo 'not installed: postgresql' >&2; exit 3; }

# PostgreSQL does not run as root.
as_user() {
  if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --init-groups "$@"; else "$@"; fi
}

# In a session of its own, so that killing one takes nobody else along; its number is kept in NAME.pid.
start() {
  local name=$1
  shift
  as_user setsid sh -c 'echo $$ > "$1"; log=$2; shift 2; exec "$@" >> "$log" 2>&1 < /dev/null' \
    sh "$folder/$name.pid" "$folder/$name.log" "$@" > /dev/null 2>&1 < /dev/null &
}

number() {
  local at=1 member
  for member in $members; do
    [ "$member" = "$1" ] && { echo $at; return; }
    at=$((at + 1))
  done
  echo "no such member: $1" >&2
  exit 2
}

write_settings() {
  local port=$1 member at peers='' hosts=''
  for member in $members; do
    at=$(number "$member")
    peers="$peers${peers:+,}$member=http://127.0.0.1:$((port + 20 + at))"
    hosts="$hosts${hosts:+,}127.0.0.1:$((port + 10 + at))"
  done
  echo "$peers" > "$folder/peers"
  for member in $members; do
    at=$(number "$member")
    cat > "$folder/$member.yml" << YML
scope: ikrar
name: $member
restapi:
  listen: 127.0.0.1:$((port + 30 + at))
  connect_address: 127.0.0.1:$((port + 30 + at))
etcd3:
  hosts: $hosts
bootstrap:
  dcs:
    ttl: 10
    loop_wait: 2
    retry_timeout: 3
    # An answer to a signature waits until a follower has it too: whoever leads next has everything that was answered.
    synchronous_mode: true
    synchronous_mode_strict: true
    maximum_lag_on_failover: 1048576
    postgresql:
      use_pg_rewind: true
      parameters:
        max_connections: 100
        wal_keep_size: 512MB
        wal_log_hints: 'on'
  initdb:
    - encoding: UTF8
    - locale: C.UTF-8
    - data-checksums
  pg_hba:
    - host all all 127.0.0.1/32 scram-sha-256
    - host replication all 127.0.0.1/32 scram-sha-256
postgresql:
  listen: 127.0.0.1:$((port + 40 + at))
  connect_address: 127.0.0.1:$((port + 40 + at))
  data_dir: $folder/$member
  bin_dir: $binaries
  pgpass: $folder/$member.pgpass
  authentication:
    superuser: { username: postgres, password: $secret }
    replication: { username: follower, password: $secret }
    rewind: { username: rewinder, password: $secret }
  parameters:
    unix_socket_directories: $folder
    password_encryption: scram-sha-256
YML
  done
  {
    cat << CFG
global
  maxconn 500
defaults
  mode tcp
  timeout connect 2s
  timeout client 30m
  timeout server 30m
CFG
    local role
    for role in primary replica; do
      echo "listen $role"
      echo "  bind 127.0.0.1:$([ $role = primary ] && echo "$port" || echo $((port + 1)))"
      echo "  option httpchk GET /$role"
      echo '  http-check expect status 200'
      echo '  default-server inter 500ms fall 2 rise 1 on-marked-down shutdown-sessions'
      for member in $members; do
        at=$(number "$member")
        echo "  server $member 127.0.0.1:$((port + 40 + at)) check port $((port + 30 + at))"
      done
    done
  } > "$folder/haproxy.cfg"
}

start_member() {
  start "patroni-$1" patroni "$folder/$1.yml"
}

leader() {
  local port member at
  port=$(cat "$folder/port")
  for member in $members; do
    at=$(number "$member")
    [ "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$((port + 30 + at))/primary" || true)" = 200 ] \
      && { echo "$member"; return; }
  done
  return 1
}

wait_until() {
  local patience=$1
  shift
  until "$@" > /dev/null 2>&1; do
    patience=$((patience - 1))
    [ $patience -gt 0 ] || { echo "waited in vain: $*; see $folder/*.log" >&2; exit 1; }
    sleep 0.5
  done
}

ask() {
  PGPASSWORD=$secret psql -qAtX -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$(cat "$folder/port")" -U postgres -d postgres "$@"
}

follower_in_sync() {
  [ "$(ask -c "select count(*) from pg_stat_replication where sync_state in ('sync', 'quorum')")" -ge 1 ]
}

case $what in
  up)
    port=${3:-5600}
    [ ! -e "$folder" ] || { echo "$folder is there already" >&2; exit 2; }
    mkdir -p "$folder"
    secret=$(head -c 18 /dev/urandom | base64 | tr '+/' 'xy')
    (umask 077 && echo "$secret" > "$folder/secret")
    echo "$port" > "$folder/port"
    write_settings "$port"
    chmod 700 "$folder"
    [ "$(id -u)" != 0 ] || chown -R postgres:postgres "$folder"
    peers=$(cat "$folder/peers")
    for member in $members; do
      at=$(number "$member")
      start "etcd-$member" etcd --name "$member" --data-dir "$folder/etcd-$member" \
        --listen-client-urls "http://127.0.0.1:$((port + 10 + at))" \
        --advertise-client-urls "http://127.0.0.1:$((port + 10 + at))" \
        --listen-peer-urls "http://127.0.0.1:$((port + 20 + at))" \
        --initial-advertise-peer-urls "http://127.0.0.1:$((port + 20 + at))" \
        --initial-cluster "$peers" --initial-cluster-state new
    done
    for member in $members; do start_member "$member"; done
    start haproxy haproxy -db -f "$folder/haproxy.cfg"
    wait_until 120 leader
    wait_until 60 ask -c 'select 1'
    wait_until 120 follower_in_sync
    # The program's own user: makes roles and tables of its own, and is no superuser.
    ask -c "create role ikrar login createrole password '$secret'" -c 'create database ikrar owner ikrar'
    echo "DATABASE_URL=postgresql://ikrar:$secret@127.0.0.1:$port/ikrar"
    echo "IKRAR_READ_URL=postgresql://ikrar:$secret@127.0.0.1:$((port + 1))/ikrar"
    ;;
  leader)
    leader
    ;;
  kill-leader)
    member=$(leader)
    kill -9 "$(cat "$folder/patroni-$member.pid")" "$(head -1 "$folder/$member/postmaster.pid")"
    echo "$member"
    ;;
  start)
    start_member "${3:?which member}"
    ;;
  down)
    for file in "$folder"/haproxy.pid "$folder"/patroni-*.pid; do kill "$(cat "$file")" 2> /dev/null || true; done
    for member in $members; do
      at=0
      while [ -e "$folder/$member/postmaster.pid" ] && [ $at -lt 40 ]; do sleep 0.25; at=$((at + 1)); done
      [ ! -e "$folder/$member/postmaster.pid" ] || kill -9 "$(head -1 "$folder/$member/postmaster.pid")" 2> /dev/null || true
    done
    for file in "$folder"/patroni-*.pid "$folder"/etcd-*.pid; do kill -9 "$(cat "$file")" 2> /dev/null || true; done
    rm -rf "$folder"
    ;;
  *) usage ;;
esac
