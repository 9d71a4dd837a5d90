"""Network: by which addresses this server is reached, and whom a device has to trust. Known once it listens."""

from dataclasses import dataclass

from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding


@dataclass(frozen=True, slots=True)
class Network:
    """urls: what people may open, the best first. encrypted: by TLS. only_here: no other machine reaches it. authority:
    the certificate (DER) of the authority that was made here, b"" if there is none. trust_url: where a device that
    does not trust it yet learns how, "" if nowhere."""

    urls: tuple[str, ...] = ()
    encrypted: bool = False
    only_here: bool = True
    authority: bytes = b""
    trust_url: str = ""

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the authority as devices show it: AB:CD:..., "" if there is none."""
        if not self.authority:
            return ""
        return x509.load_der_x509_certificate(self.authority).fingerprint(SHA256()).hex(":").upper()

    def pem(self) -> bytes:
        """The authority's certificate as text."""
        return x509.load_der_x509_certificate(self.authority).public_bytes(Encoding.PEM)


NOWHERE = Network()  # of an application that no socket serves
