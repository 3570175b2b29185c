"""What any TLS 1.3 client and server say: conversations of OpenSSL with itself, in memory."""

import ssl
import subprocess


def certificate(folder):
    """A new self-signed one, with its key, as a file."""
    path = folder / "plain.pem"
    made = subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                           "-subj", "/CN=plain", "-days", "30", "-keyout", path, "-out", f"{path}.crt"],
                          capture_output=True, check=True)
    assert made.returncode == 0
    with open(path, "ab") as out, open(f"{path}.crt", "rb") as more:
        out.write(more.read())
    return path


def _context(side, pem):
    context = ssl.SSLContext(side)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.check_hostname = False
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_cert_chain(pem)
    context.load_verify_locations(pem)
    context.options |= ssl.OP_NO_TICKET
    return context


def conversation(pem, words, server_name=None, version=ssl.TLSVersion.TLSv1_3):
    """(sent, answered): what a client and a server put on the wire to say `words` to each other."""
    contexts = [_context(side, pem) for side in (ssl.PROTOCOL_TLS_CLIENT, ssl.PROTOCOL_TLS_SERVER)]
    for context in contexts:
        context.minimum_version = context.maximum_version = version
    contexts[1].num_tickets = 0
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = contexts[0].wrap_bio(to_client, to_server_out := ssl.MemoryBIO(), server_hostname=server_name)
    server = contexts[1].wrap_bio(to_server, to_client_out := ssl.MemoryBIO(), server_side=True)
    wire = [b"", b""]

    def carry():
        for side, (out, into) in enumerate(((to_server_out, to_server), (to_client_out, to_client))):
            wire[side] += (said := out.read())
            into.write(said)

    def run(step):
        while True:
            try:
                done = step()
                carry()
                return done
            except ssl.SSLWantReadError:
                carry()
                return None

    for _ in range(4):
        run(client.do_handshake)
        run(server.do_handshake)
    for end, other in ((client, server), (server, client)):
        run(lambda: end.write(words))
        assert run(other.read) == words
    return wire[0], wire[1]
