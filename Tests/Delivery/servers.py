"""Servers on the loopback: mail by aiosmtpd, and the web by the standard library."""

import asyncio
import http.server
import logging
import os
import socket
import ssl
import subprocess
import tempfile
import threading

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword


logging.getLogger("mail.log").setLevel(logging.CRITICAL)


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Certificate:
    """A certificate for localhost that only who is given it trusts."""

    folder = None

    @classmethod
    def make(cls):
        if cls.folder is None:
            cls.folder = tempfile.mkdtemp(prefix="gtm-certificate-")
            subprocess.run(
                ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
                 "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", "key.pem", "-out", "cert.pem"],
                cwd=cls.folder, check=True, capture_output=True)
        return os.path.join(cls.folder, "cert.pem"), os.path.join(cls.folder, "key.pem")

    @classmethod
    def context(cls):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*cls.make())
        return context


class Mailbox:
    """A mail server that keeps what it accepts, and behaves as it is told."""

    def __init__(self, security="none", user=None, password=None):
        self.messages = []
        self.recipients = []
        self.tries = 0
        self.answers = []  # what the next messages are answered with; then all are accepted
        self.refused = {}  # recipient: answer
        self.seconds = 0  # how long it takes over a message
        self.taking = threading.Event()
        self.port = free_port()
        options = {}
        if security == "starttls":
            options = {"tls_context": Certificate.context(), "require_starttls": True}
        if security == "tls":
            options = {"ssl_context": Certificate.context()}
        if user:
            def authenticate(server, session, envelope, mechanism, data):
                right = isinstance(data, LoginPassword) and (data.login, data.password) == (user.encode(), password.encode())
                return AuthResult(success=right, handled=False)

            options |= {"authenticator": authenticate, "auth_required": True, "auth_require_tls": security == "starttls"}
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port, **options)
        self.controller.start()

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.refused:
            return self.refused[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.tries += 1
        self.taking.set()
        answer = self.answers.pop(0) if self.answers else "250 OK"
        if answer == "cut":
            server.transport.abort()
            return "421 gone"
        if self.seconds:
            await asyncio.sleep(self.seconds)
        if answer == "accept and cut":
            self.messages.append(bytes(envelope.original_content))
            self.recipients.append(list(envelope.rcpt_tos))
            server.transport.abort()
            return "421 gone"
        if answer.startswith("250"):
            self.messages.append(bytes(envelope.original_content))
            self.recipients.append(list(envelope.rcpt_tos))
        return answer

    def close(self):
        self.controller.stop()


class Web:
    """A web server that keeps what it gets, and answers as it is told."""

    def __init__(self):
        self.requests = []  # (method, path, headers, body)
        self.answers = []  # (status, headers, body) of the next requests
        self.usual = (200, {}, b"ok")
        self.echoes = False  # whether answers repeat what was sent
        web = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def answer(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                web.requests.append((self.command, self.path, dict(self.headers), body))
                status, headers, text = web.answers.pop(0) if web.answers else web.usual
                if web.echoes:
                    text = f"{self.path} {self.headers} {body.decode('utf-8', 'replace')}".encode()
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)

            do_POST = do_PUT = do_GET = answer

            def log_message(self, *_):
                pass

        class Server(http.server.ThreadingHTTPServer):
            def handle_error(self, *_):
                pass  # who was killed does not listen to the end

        self.server = Server(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def address(self, path):
        return f"http://127.0.0.1:{self.port}{path}"

    def close(self):
        self.server.shutdown()
        self.server.server_close()
