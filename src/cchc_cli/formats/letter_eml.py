"""A letter → a mail (.eml) with the document attached: a draft that an officer opens, looks at and sends."""

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

_WORD = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")
_BOUNDARY = "=-cchc-thu-kem-tep"
_ASCII = SMTP.clone(cte_type="7bit")


def render(subject: str, body: str, to: str | None, document: bytes, name: str) -> bytes:
    """The mail as bytes; the same letter gives the same bytes. Without an address, To is empty.

    Line breaks in data end no head. `X-Unsent` lets Outlook open the file as a draft.
    """
    mail = EmailMessage(policy=_ASCII)
    mail["X-Unsent"] = "1"
    mail["Subject"] = _line(subject)
    mail["To"] = Address(addr_spec=to) if to else ""
    mail.set_content(body, cte="base64")
    mail.add_attachment(document, *_WORD, filename=name)
    mail.set_boundary(_BOUNDARY)
    return mail.as_bytes()


def _line(text: str) -> str:
    return " ".join(text.split())
