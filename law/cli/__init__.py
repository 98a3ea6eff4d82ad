"""One module a command, each with ``add_arguments(parser)`` and ``run(options) -> str`` (what goes to stdout)."""


class Refused(Exception):
    """The command can not be done: each problem is one clear sentence."""

    def __init__(self, *problems: str) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems
