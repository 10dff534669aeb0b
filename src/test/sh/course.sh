#!/bin/sh
# The course's own lines, in its order, against two services.
# Usage: course.sh PORT SECOND_PORT
set -eu
first=http://localhost:$1
second=http://localhost:$2
id=$$-$(date +%s)

expect() {
  if [ "$2" != "$3" ]; then
    echo "$1: expected $2, seen $3" >&2
    exit 1
  fi
  echo "$1: $3"
}

expect "health 1" OK "$(curl -sS --fail "$first/health")"
expect "health 2" OK "$(curl -sS --fail "$second/health")"

expect "commit" "{\"status\":\"COMMITTED\",\"txId\":\"COMMITTED-$id\"}" \
  "$(curl -sS --fail -X POST "$first/api/v1/tx/commit?txId=COMMITTED-$id")"
expect "abort" "{\"status\":\"ABORTED\",\"txId\":\"ABORTED-$id\"}" \
  "$(curl -sS --fail -X POST "$first/api/v1/tx/abort?txId=ABORTED-$id")"
# A form's body is accepted too, and this commit proves that the abort was passed.
expect "commit by form" "{\"status\":\"COMMITTED\",\"txId\":\"LAST-$id\"}" \
  "$(curl -sS --fail -d "txId=LAST-$id" "$first/api/v1/tx/commit")"
expect "missing txId" 400 \
  "$(curl -sS -o /dev/null -w '%{http_code}' -X POST "$first/api/v1/tx/commit")"

for service in "$first" "$second"; do
  tries=0
  until metrics=$(curl -sS --fail "$service/api/v1/metrics") &&
      case $metrics in *"LAST-$id"*) true ;; *) false ;; esac; do
    tries=$((tries + 1))
    if [ "$tries" -gt 300 ]; then
      echo "$service never delivered LAST-$id: $metrics" >&2
      exit 1
    fi
    sleep 0.2
  done
  list="[\"COMMITTED-$id\",\"LAST-$id\"]"
  expect "metrics of $service" \
    "{\"processedCount\":2,\"messages\":$list,\"processedTxIds\":$list}" "$metrics"
done
