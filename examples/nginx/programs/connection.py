"""Requests to the console, over TLS that is held to the certificates in a file."""

import http.client
import os
import socket
import ssl
import tempfile


class Console:
    """The console at an address; `name` is one that its certificate has."""

    def __init__(self, address, name, certificates):
        self.host, _, port = address.rpartition(":")
        self.port = int(port)
        self.name = name
        self.context = ssl.create_default_context(cafile=certificates)
        # Newer versions of Python are strict about fields that consoles leave out of their own.
        self.context.verify_flags &= ~ssl.VERIFY_X509_STRICT

    def connect(self, timeout):
        plain = socket.create_connection((self.host.strip("[]"), self.port), timeout)
        try:
            return self.context.wrap_socket(plain, server_hostname=self.name)
        except BaseException:
            plain.close()
            raise

    def request(self, method, path, headers=None, body=None, timeout=10):
        """Status, headers and body. Redirects are answers like any other."""
        connection = http.client.HTTPSConnection(self.name, timeout=timeout)
        connection.sock = self.connect(timeout)
        try:
            connection.request(method, path, body, {"Accept": "application/json", **(headers or {})})
            response = connection.getresponse()
            return response.status, response.headers, response.read()
        finally:
            connection.close()


# Errors of the connection.
PROBLEMS = (OSError, http.client.HTTPException)


def write(path, content, mode, time=None):
    """Writes a file so that a reader has the old one or the new one, whole."""
    folder = os.path.dirname(path)
    descriptor, temporary = tempfile.mkstemp(dir=folder, prefix=".new-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            os.fchmod(file.fileno(), mode)
            file.write(content)
        if time is not None:
            os.utime(temporary, (time, time))
        os.rename(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise
