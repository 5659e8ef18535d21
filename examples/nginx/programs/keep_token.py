"""Keeps an access token of v2's API in a file, for the inner door. One for each console: two sessions
of one account disturb each other.

It signs in, signs in anew well before the token's hour is over, and at once if the console refuses
the token. The old session is signed out after requests that still use it are done. A restart takes
over the token that is there.
"""

import json
import os
import re
import sys
import time
import urllib.parse

from connection import PROBLEMS, Console, write

LOOK_EVERY = 20  # seconds; with a sign-in, a token that was ended early is replaced within 30
RENEW_AFTER = 45 * 60
# After a refusal, so that no account is locked by trying.
FIRST_WAIT, LONGEST_WAIT = 60, 15 * 60


class Refused(Exception):
    """The console takes neither this username nor this password."""


class Keeper:
    def __init__(self, console, folder, read_account, clock=time.time):
        self.console = console
        self.token_file = os.path.join(folder, "token")
        self.checked_file = os.path.join(folder, "checked")
        self.read_account = read_account
        self.clock = clock
        self.token, self.since = self.found()
        self.old = None
        self.wait = self.not_before = 0

    def found(self):
        """The token of the run before, and when it was written."""
        try:
            with open(self.token_file, encoding="ascii") as file:
                return file.read().strip() or None, os.stat(self.token_file).st_mtime
        except (OSError, ValueError):
            return None, 0

    def look(self):
        """Does what is to be done now. To be called every LOOK_EVERY seconds."""
        if self.old:
            self.sign_out()
        due = self.clock() - self.since > RENEW_AFTER
        if not self.token or due or not self.accepted():
            self.renew()

    def accepted(self):
        # There is no company 0: the answer is 404, or 401 if the token is over.
        status, _, _ = self.ask("GET", "/v2/tenants/0", self.token)
        if status == 401:
            say("the console refuses the token before its time")
            return False
        if status < 500 and status != 429:
            write(self.checked_file, b"", 0o640)
        return True

    def renew(self):
        if self.clock() < self.not_before:
            return
        try:
            token = self.sign_in()
        except Refused:
            self.wait = min(max(self.wait * 2, FIRST_WAIT), LONGEST_WAIT)
            self.not_before = self.clock() + self.wait
            raise
        self.wait = self.not_before = 0
        write(self.token_file, token.encode("ascii"), 0o640)
        write(self.checked_file, b"", 0o640)
        self.old, self.token, self.since = self.token, token, self.clock()
        say("signed in")

    def sign_in(self):
        username, password = self.read_account()
        form = {"grant_type": "password", "username": username, "password": password}
        status, _, body = self.console.request(
            "POST",
            "/token",
            {"Content-Type": "application/x-www-form-urlencoded"},
            urllib.parse.urlencode(form),
        )
        if status in (400, 401, 403):
            raise Refused(f"the console refuses the sign-in, with status {status}")
        try:
            token = json.loads(body)["access_token"] if status == 200 else None
        except (ValueError, KeyError, TypeError):
            token = None
        if not isinstance(token, str) or not re.fullmatch(r"[A-Za-z0-9._~+/=-]+", token):
            raise OSError(f"the console, with status {status}, sends no token that a header can carry")
        return token

    def sign_out(self):
        token, self.old = self.old, None
        self.ask("POST", "/v2/accounts/logout", token)

    def ask(self, method, path, token):
        return self.console.request(method, path, {"Authorization": f"Bearer {token}"}, timeout=5)


def account():
    """Username and password, one in a line each, from the credentials that systemd hands over."""
    path = os.path.join(os.environ["CREDENTIALS_DIRECTORY"], "sign-in")
    with open(path, encoding="utf-8") as file:
        username, password = file.read().split("\n")[:2]
    return username, password


def say(text):
    print(text, file=sys.stderr, flush=True)


def main():
    environment = os.environ
    console = Console(environment["ADDRESS"], environment["NAME"], environment["CERTIFICATES"])
    keeper = Keeper(console, environment["RUNTIME_DIRECTORY"], account)
    while True:
        began = time.monotonic()
        try:
            keeper.look()
        except (*PROBLEMS, Refused, ValueError) as problem:
            # The next look tries again; the outcome is in `checked`, and watched.
            say(f"{type(problem).__name__}: {problem}")
        time.sleep(max(1, LOOK_EVERY - (time.monotonic() - began)))


if __name__ == "__main__":
    main()
