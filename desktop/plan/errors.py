"""What cannot be planned or printed; `str()` of an error is one sentence for people."""


class PlanError(Exception):
    """A wish that no page can meet: reason and what to do instead."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(f"{reason} {remedy}")
        self.reason = reason
        self.remedy = remedy
