"""Looks at what the gateway leaves behind, and says what is wrong in plain lines; the exit code is 0, 1
(soon) or 2 (now), as monitoring systems want it. With a file's name, it writes the numbers there for
Prometheus (node exporter's textfile collector) instead.
"""

import json
import os
import ssl
import sys
import time

from connection import Console, write

LOG = "/var/log/nginx/licensing-card.log"
CHECKED = "/run/licensing-card-token/checked"
PUBLISHED = "/var/lib/licensing-usage/v3"
MINUTES = 5
MOST_BYTES = 64 * 1024 * 1024


def recent(path, now):
    """The log's lines of the last minutes, newest first."""
    with open(path, "rb") as file:
        file.seek(max(0, os.fstat(file.fileno()).st_size - MOST_BYTES))
        lines = file.read().splitlines()
    earliest = time.strftime("%Y-%m-%dT%H:%M:%S", time.localtime(now - MINUTES * 60))
    for line in reversed(lines):
        try:
            entry = json.loads(line)
        except ValueError:
            continue
        if entry["time"][:19] < earliest:
            return
        yield entry


def answers(path, now):
    """How many answers of each class, and the oldest numbers among them."""
    counts = {"2xx": 0, "4xx": 0, "429": 0, "5xx": 0, "499": 0}
    oldest = 0
    for entry in recent(path, now):
        status = entry["status"]
        name = str(status) if status in (429, 499) else f"{status // 100}xx"
        counts[name] = counts.get(name, 0) + 1
        if status == 200:
            oldest = max(oldest, int(entry["age"] or 0))
    numbers = {f'licensing_card_answers{{status="{name}"}}': count for name, count in counts.items()}
    numbers["licensing_card_oldest_answer_seconds"] = oldest
    return numbers


def certificate(environment, now):
    """Days that the console's certificate is good for; -1 if the gateway does not accept it."""
    console = Console(environment["ADDRESS"], environment["NAME"], environment["CERTIFICATES"])
    try:
        with console.connect(5) as connection:
            end = ssl.cert_time_to_seconds(connection.getpeercert()["notAfter"])
    except ssl.SSLError:
        return {"licensing_card_console_up": 1, "licensing_card_certificate_days": -1}
    except OSError:
        return {"licensing_card_console_up": 0}
    days = round((end - now) / 86400, 1)
    return {"licensing_card_console_up": 1, "licensing_card_certificate_days": days}


def numbers(environment, now):
    """All that can be known on this host; what is not installed here is left out."""
    found = {"licensing_card_check_timestamp_seconds": round(now)}
    if os.path.exists(LOG):
        found.update(answers(LOG, now))
    if os.path.exists(os.path.dirname(CHECKED)):
        # A token that was never there is as old as time.
        time_of = os.stat(CHECKED).st_mtime if os.path.exists(CHECKED) else 0
        found["licensing_card_token_checked_age_seconds"] = round(now - time_of)
    if os.path.exists(PUBLISHED):
        for kind in os.listdir(PUBLISHED):
            path = os.path.join(PUBLISHED, kind, "nothing.json")
            time_of = os.stat(path).st_mtime if os.path.exists(path) else 0
            name = f'licensing_card_published_age_seconds{{kind="{kind}"}}'
            found[name] = round(now - time_of)
    if "ADDRESS" in environment:
        found.update(certificate(environment, now))
    return found


def problems(found):
    """What is wrong, each with 1 (soon) or 2 (now)."""

    def over(name, limit):
        return any(value > limit for key, value in found.items() if key.split("{")[0] == name)

    errors = found.get('licensing_card_answers{status="5xx"}', 0)
    good = found.get('licensing_card_answers{status="2xx"}', 0)
    if errors > 10 and errors > good / 20:
        yield 2, f"{errors} answers of the last {MINUTES} minutes are errors, beside {good} good ones"
    if over("licensing_card_oldest_answer_seconds", 1800):
        yield 1, "cards show numbers that are older than half an hour: the console fails or is slow"
    if over("licensing_card_token_checked_age_seconds", 180):
        yield 2, "the console has not accepted the token for three minutes"
    if over("licensing_card_published_age_seconds", 1200):
        yield 2, "no round of publishing has been whole for twenty minutes"
    if found.get("licensing_card_console_up") == 0:
        yield 2, "the console does not answer"
    days = found.get("licensing_card_certificate_days")
    if days is not None and days < 0:
        yield 2, "the console's certificate is not the one that the gateway trusts"
    elif days is not None and days < 30:
        yield 1, f"the console's certificate ends in {days:.0f} days"


def main(arguments):
    found = numbers(os.environ, time.time())
    if arguments:
        text = "".join(f"{name} {value}\n" for name, value in found.items())
        write(arguments[0], text.encode(), 0o644)
        return 0
    wrong = list(problems(found))
    for level, text in wrong:
        print(f"{('soon', 'now')[level - 1]}: {text}")
    if not wrong:
        print("the gateway is well")
    return max((level for level, _ in wrong), default=0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
