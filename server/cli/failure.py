"""CommandError: why a command cannot do what it was asked, in one line, with its exit status."""

from server.cli.language import line

DONE, WRONG, UNUSABLE, INTERRUPTED, PIPE_GONE = 0, 1, 2, 130, 141


class CommandError(Exception):
    """status: WRONG = the thing checked is wrong; UNUSABLE = bad usage or unreadable input."""

    def __init__(self, zh: str, en: str, status: int = UNUSABLE) -> None:
        self.text = line(zh, en)
        self.status = status
        super().__init__(self.text.en)
