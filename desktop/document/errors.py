"""What an edit or a change answers when it is impossible: a code and arguments, which a view words."""


class DocumentError(Exception):
    """`code` says what is wrong, `arguments` what it is about; neither is meant to be shown as it is."""

    def __init__(self, code: str, **arguments: str) -> None:
        told = ", ".join(f"{name}={value!r}" for name, value in arguments.items())
        super().__init__(f"{code} ({told})" if told else code)
        self.code = code
        self.arguments = arguments


class EditError(DocumentError):
    """An edit that cannot be made; the project stays as it was."""


class ChangeError(DocumentError):
    """A change that does not fit the project it is applied to."""
