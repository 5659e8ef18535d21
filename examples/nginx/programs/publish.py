"""Reads the usage of all organizations (v3) and publishes a file for each company and resource, for
the outer door to serve. A round that is not whole publishes nothing.
"""

import json
import os
import re
import sys
import time

from connection import PROBLEMS, Console, write

PAGE = 500
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
ATTEMPTS = 3
MOST_WAIT = 60


class Incomplete(Exception):
    """The pages do not fit together."""


def read_all(ask, server_type):
    """All organizations of a type of server, by UID."""
    found, rows, total = {}, 0, None
    while total is None or rows < total:
        path = (
            "/api/v3/licensing/usage/organizations"
            f"?serverType={server_type}&limit={PAGE}&offset={rows}"
        )
        answer = ask(path)
        data, paging = answer["data"] or [], answer["meta"]["pagingInfo"]
        if total not in (None, paging["total"]) or paging["offset"] != rows:
            raise Incomplete("the organizations have changed between two pages")
        total = paging["total"]
        if not data and rows < total:
            raise Incomplete(f"a page is empty at {rows} of {total}")
        rows += len(data)
        for organization in data:
            uid = str(organization["organizationUid"]).lower()
            if not UUID.fullmatch(uid):
                raise Incomplete("an organization has no UID")
            # One company may have several licence holders; the same one twice is a page that moved.
            holder = organization.get("providerUid")
            others = found.setdefault(uid, [])
            if any(other.get("providerUid") == holder for other in others):
                raise Incomplete("an organization is in two pages")
            others.append(organization)
    if rows != total:
        raise Incomplete(f"{rows} organizations came, and {total} were announced")
    return found


def publish(found, folder, time_of):
    """Writes the files of a whole round, and removes those of companies that are no more."""
    os.makedirs(folder, mode=0o755, exist_ok=True)
    # Companies that the console does not name have no usage.
    for uid, organizations in [*found.items(), ("nothing", [])]:
        paging = {"total": len(organizations), "count": len(organizations), "offset": 0}
        answer = {"meta": {"pagingInfo": paging}, "data": organizations}
        content = json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode()
        write(os.path.join(folder, f"{uid}.json"), content, 0o644, time_of)
    for name in os.listdir(folder):
        uid, extension = os.path.splitext(name)
        if name.startswith(".new-") or (extension == ".json" and uid not in found and uid != "nothing"):
            os.unlink(os.path.join(folder, name))


def client(console, key):
    def ask(path):
        """An answer of the console; waits if the console wants that."""
        for attempt in range(ATTEMPTS):
            status, headers, body = console.request(
                "GET", path, {"Authorization": f"Bearer {key}"}, timeout=60
            )
            if status == 200:
                return json.loads(body)
            if status not in (202, 429, 502, 503, 504) or attempt + 1 == ATTEMPTS:
                raise OSError(f"the console answers with status {status}")
            time.sleep(min(pause(headers, body), MOST_WAIT))

    return ask


def pause(headers, body):
    try:
        return float(headers["Retry-After"] or json.loads(body)["errors"][0]["retryAfter"])
    except (TypeError, ValueError, KeyError, IndexError):
        return 10.0


def main():
    environment = os.environ
    with open(os.path.join(environment["CREDENTIALS_DIRECTORY"], "api-key"), encoding="ascii") as file:
        key = file.read().strip()
    console = Console(environment["ADDRESS"], environment["NAME"], environment["CERTIFICATES"])
    for server_type in environment["SERVER_TYPES"].split():
        # The files' time is that of the first request: numbers are never newer than they say.
        began = time.time()
        found = read_all(client(console, key), server_type)
        publish(found, os.path.join(environment["FOLDER"], "v3", server_type), began)
        print(f"{server_type}: {len(found)} companies in {time.time() - began:.1f} s")


if __name__ == "__main__":
    try:
        main()
    except (*PROBLEMS, Incomplete, ValueError, KeyError, TypeError) as problem:
        sys.exit(f"{type(problem).__name__}: {problem}; what was published before stays")
