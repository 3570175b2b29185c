"""What was on the wire: captures, read by our own eyes.

    from wire import Capture, Traffic, tls, strings      # with tests/support on sys.path

    with Capture(path, netns="left", interface="veth0") as capture: …     # tcpdump, until the block ends
    traffic = Traffic.read(path)
    traffic.datagrams      [Datagram]: UDP, in order
    traffic.connections    [Connection]: TCP, each direction put together again

A capture that is cut off, of another kind, or with holes in it is an error (Broken), never a shorter answer: a test
that looks for something absent must not pass because it saw nothing.
"""

from . import plain_tls, strings, tls
from .capture import Capture
from .pcap import Broken, Connection, Datagram, Traffic

__all__ = ["Broken", "Capture", "Connection", "Datagram", "Traffic", "plain_tls", "strings", "tls"]
